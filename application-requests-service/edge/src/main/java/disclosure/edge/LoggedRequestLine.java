package disclosure.edge;

import io.quarkus.vertx.http.runtime.attribute.ExchangeAttribute;
import io.quarkus.vertx.http.runtime.attribute.ExchangeAttributeBuilder;
import io.quarkus.vertx.http.runtime.attribute.ReadOnlyAttributeException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** The request's first line in the access log, without a ticket. */
public final class LoggedRequestLine implements ExchangeAttribute {

  @Override
  public String readAttribute(RoutingContext context) {
    HttpServerRequest request = context.request();
    return request.method()
        + " "
        + StreamAddress.of(request.uri())
        + " "
        + (request.version() == HttpVersion.HTTP_1_0 ? "HTTP/1.0" : "HTTP/1.1");
  }

  @Override
  public void writeAttribute(RoutingContext context, String value)
      throws ReadOnlyAttributeException {
    throw new ReadOnlyAttributeException();
  }

  /** Takes the place of the framework's own first line, {@code %r}. */
  public static final class Builder implements ExchangeAttributeBuilder {

    private static final int BEFORE_THE_FRAMEWORK = 100;

    @Override
    public String name() {
      return "request line without a ticket";
    }

    @Override
    public ExchangeAttribute build(String token) {
      return token.equals("%r") ? new LoggedRequestLine() : null;
    }

    @Override
    public int priority() {
      return BEFORE_THE_FRAMEWORK;
    }
  }
}
