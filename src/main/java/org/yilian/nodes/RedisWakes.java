package org.yilian.nodes;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.URI;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes through Redis, for the day when many nodes contend for PostgreSQL's notifications. */
public final class RedisWakes implements Wakes {
  private static final Logger LOG = LoggerFactory.getLogger(RedisWakes.class);
  private static final String CHANNEL = "yilian-wakes";
  private static final int WAITING_COMMANDS = 4_096;

  private final Redis listening;
  private final Redis publishing;

  /**
   * @param server such as {@code redis://:password@host:6379/0}
   */
  public RedisWakes(Vertx vertx, URI server) {
    this.listening = client(vertx, server);
    this.publishing = client(vertx, server);
  }

  private static Redis client(Vertx vertx, URI server) {
    RedisOptions options =
        new RedisOptions()
            .setConnectionString(server.toString())
            .setMaxWaitingHandlers(WAITING_COMMANDS);
    return Redis.createClient(vertx, options);
  }

  @Override
  public Future<Void> listen(Consumer<String> heard, Runnable cut) {
    return listening.connect().compose(connection -> subscribe(connection, heard, cut)).mapEmpty();
  }

  private static Future<Response> subscribe(
      RedisConnection connection, Consumer<String> heard, Runnable cut) {
    connection.handler(response -> received(response, heard));
    connection.endHandler(end -> cut.run());
    connection.exceptionHandler(broken -> LOG.debug("the connection to Redis broke", broken));
    return connection.send(Request.cmd(Command.SUBSCRIBE).arg(CHANNEL));
  }

  /** {@code [message, channel, text]}; the answer to the subscription has another first word. */
  private static void received(Response response, Consumer<String> heard) {
    if (response.size() == 3 && "message".equals(response.get(0).toString())) {
      heard.accept(response.get(2).toString());
    }
  }

  @Override
  public Future<Void> publish(String text) {
    return publishing.send(Request.cmd(Command.PUBLISH).arg(CHANNEL).arg(text)).mapEmpty();
  }

  @Override
  public Future<Void> close() {
    return Future.join(listening.close(), publishing.close()).mapEmpty();
  }
}
