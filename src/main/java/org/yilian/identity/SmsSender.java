package org.yilian.identity;

import io.vertx.core.Future;

/** The road to phones. An adapter for each provider; in demo mode messages stay in the outbox. */
public interface SmsSender {

  /**
   * Sends one message.
   *
   * @param id the same for a repeated attempt, so that a provider can drop the second
   */
  Future<Void> send(String id, String phone, String text);

  /** Sends nothing anywhere: the outbox page shows what would have gone out. */
  static SmsSender outboxOnly() {
    return (id, phone, text) -> Future.succeededFuture();
  }
}
