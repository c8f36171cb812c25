package disclosure.edge.framing;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.VertxHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/**
 * Has every connection read by the {@link StrictDecoder}. The server offers no way to choose its
 * decoder: so each connection is given another one when its first bytes come.
 */
@ApplicationScoped
class StrictFraming {

  private static final String NAME = "strict-framing";

  private final VertxInternal vertx;
  private final UnreadableRequests unreadable;

  StrictFraming(Vertx vertx, UnreadableRequests unreadable) {
    this.vertx = (VertxInternal) vertx;
    this.unreadable = unreadable;
  }

  void begin(@ObservesAsync HttpServerStart started) {
    for (EventExecutor executor : vertx.getAcceptorEventLoopGroup()) {
      if (executor instanceof SingleThreadEventLoop loop) {
        loop.execute(
            () ->
                loop.registeredChannelsIterator()
                    .forEachRemaining(channel -> watch(channel, started.options())));
      }
    }
  }

  private void watch(Channel server, HttpServerOptions options) {
    if (server instanceof ServerChannel && server.pipeline().get(NAME) == null) {
      server.pipeline().addFirst(NAME, new Accepted(options, unreadable));
    }
  }

  /** Sees each connection of a server before it is set up. */
  private static final class Accepted extends ChannelInboundHandlerAdapter {

    private final HttpServerOptions options;
    private final UnreadableRequests unreadable;

    Accepted(HttpServerOptions options, UnreadableRequests unreadable) {
      this.options = options;
      this.unreadable = unreadable;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object connection) {
      if (connection instanceof Channel accepted) {
        accepted.pipeline().addFirst(NAME, new FirstBytes(options, unreadable));
      }
      context.fireChannelRead(connection);
    }
  }

  /** Changes the decoder of a connection that is set up by now, and is in the way no more. */
  private static final class FirstBytes extends ChannelInboundHandlerAdapter {

    private final HttpServerOptions options;
    private final UnreadableRequests unreadable;

    FirstBytes(HttpServerOptions options, UnreadableRequests unreadable) {
      this.options = options;
      this.unreadable = unreadable;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
      ChannelPipeline pipeline = context.pipeline();
      if (pipeline.get(VertxHttpRequestDecoder.class) != null) {
        pipeline.replace(VertxHttpRequestDecoder.class, "httpDecoder", new StrictDecoder(options));
      }
      VertxHandler<?> handler = pipeline.get(VertxHandler.class);
      if (handler != null && handler.getConnection() instanceof Http1xServerConnection connection) {
        connection.invalidRequestHandler(unreadable);
      }
      pipeline.remove(this);
      context.fireChannelRead(bytes);
    }
  }
}
