package disclosure.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import disclosure.edge.page.LostSessions;
import disclosure.storage.FailureKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception that leaves a resource becomes a {@link Problem}; its message stays inside. */
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int UNSUPPORTED_MEDIA_TYPE = 415;
  private static final Text ROLES_NEEDED =
      new Text(
          "当前客户端没有执行此操作的角色，需要 {oneOf}。",
          "The client lacks the role for this operation, which is {oneOf}.");
  private static final Duration TELLING_INTERVAL = Duration.ofMinutes(1);

  private final MeterRegistry meters;
  private final AllowedMethods methods;
  private final LostSessions sessions;
  private final CurrentCaller caller;
  private final AtomicLong nextTelling = new AtomicLong(System.nanoTime());

  ProblemMappers(
      MeterRegistry meters, AllowedMethods methods, LostSessions sessions, CurrentCaller caller) {
    this.caller = caller;
    this.sessions = sessions;
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
    if (status == UNSUPPORTED_MEDIA_TYPE) {
      return unsupported(methods.mediaTypes(request.getMethod(), path(uri)), headers);
    }
    Refusal refusal = StatusTexts.refusal(otherMethods ? METHOD_NOT_ALLOWED : status);
    return allowing(response(refusal, headers), refusal, uri).build();
  }

  /** 415, with the types that would be taken (RFC 9110, 15.5.16). */
  private static Response unsupported(Set<String> taken, HttpHeaders headers) {
    if (taken.isEmpty()) {
      return response(StatusTexts.refusal(UNSUPPORTED_MEDIA_TYPE), headers).build();
    }
    Fault fault = InputFault.NOT_ONE_OF.at(HttpHeaders.CONTENT_TYPE, Expected.oneOf(taken));
    return response(
            StatusTexts.refusal(UNSUPPORTED_MEDIA_TYPE, List.of(fault)),
            headers,
            new RequestNames(Set.of(), Set.of(HttpHeaders.CONTENT_TYPE)))
        .header(HttpHeaders.ACCEPT, String.join(", ", taken))
        .build();
  }

  private static String path(UriInfo uri) {
    return "/" + uri.getPath().replaceFirst("^/+", "");
  }

  @ServerExceptionMapper
  public Response json(JsonProcessingException exception, HttpHeaders headers) {
    return answered(exception, headers);
  }

  @ServerExceptionMapper
  public Response unauthorized(
      UnauthorizedException exception, HttpHeaders headers, RoutingContext request) {
    return challenge(headers, request);
  }

  /** What was shown of a session, a token or a ticket doesn't hold. */
  @ServerExceptionMapper
  public Response unauthenticated(
      AuthenticationFailedException exception, HttpHeaders headers, RoutingContext request) {
    return withoutSession(exception, headers, request);
  }

  /** The same, where it was found out while a sign-in was being completed. */
  @ServerExceptionMapper
  public Response incomplete(
      AuthenticationCompletionException exception, HttpHeaders headers, RoutingContext request) {
    return withoutSession(exception, headers, request);
  }

  private Response withoutSession(
      Throwable exception, HttpHeaders headers, RoutingContext request) {
    return sessions
        .issuerAway(request, exception)
        .map(away -> refused(away, headers, RequestNames.NONE).build())
        .or(() -> sessions.dropped(request))
        .orElseGet(() -> challenge(headers, request));
  }

  @ServerExceptionMapper
  public Response forbidden(
      ForbiddenException exception, HttpHeaders headers, ResourceInfo resource) {
    denied("role");
    List<String> needed = needed(resource);
    boolean lacksThem = needed.stream().noneMatch(caller.roles()::contains);
    Refusal refusal = StatusTexts.refusal(403);
    return response(
            needed.isEmpty() || !lacksThem
                ? refusal
                : refusal.saying(Expected.oneOf(needed).in(ROLES_NEEDED)),
            headers)
        .build();
  }

  /** The roles of which the operation needs one; none where it needs something else. */
  private static List<String> needed(ResourceInfo resource) {
    return Optional.ofNullable(resource)
        .map(ResourceInfo::getResourceMethod)
        .map(method -> method.getAnnotation(RolesAllowed.class))
        .map(roles -> List.of(roles.value()))
        .orElse(List.of());
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
      LOG.warnf("Requests are refused, since what they need can't be used (%s)", failure);
    }
    LOG.debug("What a request needs can't be used", failure);
  }

  private void denied(String reason) {
    meters.counter("authz.denied", "reason", reason).increment();
  }

  private Response challenge(HttpHeaders headers, RoutingContext request) {
    denied("token");
    Credentials shown =
        Credentials.of(headers.getHeaderString(HttpHeaders.AUTHORIZATION), request.request().uri());
    return response(shown.refusal(), headers)
        .header(HttpHeaders.WWW_AUTHENTICATE, shown.challenge())
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
