package disclosure.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import disclosure.storage.FailureKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception that leaves a resource becomes a {@link Problem}; its message stays inside. */
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final Duration TELLING_INTERVAL = Duration.ofMinutes(1);

  private final MeterRegistry meters;
  private final AllowedMethods methods;
  private final AtomicLong nextTelling = new AtomicLong(System.nanoTime());

  ProblemMappers(MeterRegistry meters, AllowedMethods methods) {
    this.meters = meters;
    this.methods = methods;
  }

  @ServerExceptionMapper
  public Response refused(
      Refusal refusal, HttpHeaders headers, ResourceInfo resource, UriInfo uri) {
    if (refusal.status() == 403) {
      denied("scope");
    }
    return allowing(refused(refusal, headers, RequestNames.of(resource, uri)), refusal, uri)
        .build();
  }

  private Response.ResponseBuilder allowing(
      Response.ResponseBuilder response, Refusal refusal, UriInfo uri) {
    return refusal.status() == METHOD_NOT_ALLOWED
        ? response.header(HttpHeaders.ALLOW, String.join(", ", methods.of(path(uri))))
        : response;
  }

  private static Response.ResponseBuilder refused(
      Refusal refusal, HttpHeaders headers, RequestNames names) {
    Response.ResponseBuilder response = response(refusal, headers, names);
    return refusal.retryAfter() == 0
        ? response
        : response.header(HttpHeaders.RETRY_AFTER, refusal.retryAfter());
  }

  @ServerExceptionMapper
  public Response constraint(
      ConstraintViolationException violated,
      HttpHeaders headers,
      ResourceInfo resource,
      UriInfo uri) {
    return refused(
        Refusal.invalid(
            violated.getConstraintViolations().stream().map(ConstraintTexts::fault).toList()),
        headers,
        resource,
        uri);
  }

  @ServerExceptionMapper
  public Response framework(
      WebApplicationException exception, HttpHeaders headers, UriInfo uri, Request request) {
    int status = exception.getResponse().getStatus();
    if (status < 400) {
      return exception.getResponse();
    }
    if (status >= 500) {
      return answered(exception, headers);
    }
    boolean otherMethods = status == NOT_FOUND && methods.lack(request.getMethod(), path(uri));
    Refusal refusal = StatusTexts.refusal(otherMethods ? METHOD_NOT_ALLOWED : status);
    return allowing(response(refusal, headers), refusal, uri).build();
  }

  private static String path(UriInfo uri) {
    return "/" + uri.getPath().replaceFirst("^/+", "");
  }

  @ServerExceptionMapper
  public Response json(JsonProcessingException exception, HttpHeaders headers) {
    return answered(exception, headers);
  }

  @ServerExceptionMapper
  public Response unauthorized(UnauthorizedException exception, HttpHeaders headers) {
    return challenge(headers);
  }

  @ServerExceptionMapper
  public Response unauthenticated(AuthenticationFailedException exception, HttpHeaders headers) {
    return challenge(headers);
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException exception, HttpHeaders headers) {
    denied("role");
    return response(StatusTexts.refusal(403), headers).build();
  }

  /** An unexpected failure: 503 while the database can't be used, else 500 and a log entry. */
  @ServerExceptionMapper
  public Response failed(Throwable failure, HttpHeaders headers, RoutingContext request) {
    if (failure instanceof ClosedChannelException && request.response().closed()) {
      // Whoever asked has left while he was answered: nothing failed, and nobody reads this.
      LOG.debug("A client has left", failure);
      return response(StatusTexts.refusal(500), headers).build();
    }
    return answered(failure, headers);
  }

  private Response answered(Throwable failure, HttpHeaders headers) {
    if (FailureKind.of(failure) != FailureKind.PERMANENT) {
      tellOfOutage(failure);
      return refused(Refusal.unavailable(), headers, RequestNames.NONE).build();
    }
    LOG.error("A request failed", failure);
    return response(StatusTexts.refusal(500), headers).build();
  }

  /** In an outage every request fails in the same way: it is told of once a while. */
  private void tellOfOutage(Throwable failure) {
    long now = System.nanoTime();
    long next = nextTelling.get();
    if (now - next >= 0 && nextTelling.compareAndSet(next, now + TELLING_INTERVAL.toNanos())) {
      LOG.warnf("Requests are refused, since the database can't be used (%s)", failure);
    }
    LOG.debug("The database can't be used", failure);
  }

  private void denied(String reason) {
    meters.counter("authz.denied", "reason", reason).increment();
  }

  private Response challenge(HttpHeaders headers) {
    denied("token");
    return response(StatusTexts.refusal(401), headers)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  private static Response.ResponseBuilder response(Refusal refusal, HttpHeaders headers) {
    return response(refusal, headers, RequestNames.NONE);
  }

  private static Response.ResponseBuilder response(
      Refusal refusal, HttpHeaders headers, RequestNames names) {
    var language =
        Language.of(Optional.ofNullable(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    return Response.status(refusal.status())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .entity(refusal.problem(language, names));
  }
}
