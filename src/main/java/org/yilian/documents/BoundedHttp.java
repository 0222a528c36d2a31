package org.yilian.documents;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Asks a server of others, which may hang, babble or be away: so long, so many bytes, and once. */
final class BoundedHttp {
  private final Vertx vertx;
  private final HttpClient client;
  private final Duration within;
  private final int most;

  /**
   * @param within for the whole answer
   * @param most bytes that are read of it
   */
  BoundedHttp(Vertx vertx, Duration within, int most) {
    this.vertx = vertx;
    this.client = vertx.createHttpClient();
    this.within = within;
    this.most = most;
  }

  /** The body of a 200; failed with an {@link IOException} of whatever else came of it. */
  Future<byte[]> get(URI url) {
    return ask(HttpMethod.GET, url, null, Buffer.buffer());
  }

  Future<byte[]> post(URI url, String type, byte[] body) {
    return ask(HttpMethod.POST, url, type, Buffer.buffer(body));
  }

  private Future<byte[]> ask(HttpMethod method, URI url, String type, Buffer body) {
    Promise<byte[]> answered = Promise.promise();
    long timer =
        vertx.setTimer(
            within.toMillis(),
            id -> answered.tryFail(new IOException("no answer within " + within)));
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setAbsoluteURI(url.toString())
            .setConnectTimeout(within.toMillis());
    if (type != null) {
      options.putHeader("Content-Type", type);
    }
    client
        .request(options)
        .compose(request -> ask(request, body, answered))
        .onFailure(answered::tryFail);
    return answered.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  /**
   * On the request's own loop: whoever asks from another thread and listened there could come when
   * the answer has already ended.
   */
  private Future<Void> ask(HttpClientRequest request, Buffer body, Promise<byte[]> answered) {
    // Whatever ends the answer, early or late, ends the connection too.
    answered.future().onComplete(done -> request.reset());
    return request
        .send(body)
        .map(
            response -> {
              read(response, answered);
              return null;
            });
  }

  private void read(HttpClientResponse response, Promise<byte[]> answered) {
    response.exceptionHandler(answered::tryFail);
    if (response.statusCode() != 200) {
      answered.tryFail(new IOException("answered " + response.statusCode()));
      return;
    }
    Buffer whole = Buffer.buffer();
    response.handler(
        piece -> {
          if (whole.length() + piece.length() > most) {
            answered.tryFail(new IOException("answered more than " + most + " bytes"));
          } else {
            whole.appendBuffer(piece);
          }
        });
    response.endHandler(end -> answered.tryComplete(whole.getBytes()));
  }
}
