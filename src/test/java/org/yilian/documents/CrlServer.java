package org.yilian.documents;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Where an authority publishes its lists of revoked certificates. */
final class CrlServer implements AutoCloseable {
  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Function<Boolean, byte[]> lists = ofRoot -> new byte[0];

  CrlServer(Vertx vertx) {
    server = vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1").await();
  }

  /** An authority whose certificates name this server. */
  ForeignAuthority authority(String name, Clock clock) {
    ForeignAuthority authority = new ForeignAuthority(name, address(), clock);
    lists = authority::crl;
    return authority;
  }

  String address() {
    return "http://127.0.0.1:" + server.actualPort() + "/";
  }

  void publish(Function<Boolean, byte[]> other) {
    lists = other;
  }

  int asked() {
    return asked.get();
  }

  private void answer(HttpServerRequest request) {
    asked.incrementAndGet();
    request.response().end(Buffer.buffer(lists.apply(request.path().equals("/root"))));
  }

  @Override
  public void close() {
    server.close().await();
  }
}
