package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Stores a batch of messages in one transaction, on the writer's own connection. */
final class WriterStore {
  /**
   * Whether the author of {@code i} may say it: a grant, or a post that is due; and what is passed
   * on still stands.
   */
  static final String ENTITLED =
      """
      (i.member_id = 'system' or exists (
          select 1 from grants g
          where g.member_id = i.member_id and g.lane_id = i.lane_id and g.may_say)
        or exists (
          select 1 from pending_posts p
          where p.id = i.client_id and p.lane_id = i.lane_id and p.member_id = i.member_id))
      and (i.relay_of is null or exists (
        select 1 from messages s
        where s.lane_id = i.relay_of::jsonb ->> 'lane'
          and s.seq = (i.relay_of::jsonb ->> 'seq')::bigint and s.recalled_at is null))
      """;

  /**
   * What may be met, as it was lately.
   *
   * @param held a lane that somebody holds: then hardly any time is given to it, in place of a
   *     second
   * @param careful a message that is stored already or may not be: then each is looked at.
   *     Otherwise one that is met fails the batch with {@link WriteFault#UNFORESEEN}
   */
  record Foresight(boolean held, boolean careful) {}

  /** How a batch is stored, in one transaction. */
  interface Way {
    /**
     * What became of each, in the order given; told after the commit.
     *
     * @param held as in {@link Foresight}
     */
    Future<List<Written>> store(
        SqlConnection connection, List<Outgoing> batch, Instant now, boolean held);
  }

  private final PlainWriteStore plain = new PlainWriteStore();
  private final Way careful = new CarefulWriteStore();

  /**
   * Nothing may wait long for a lane; and each statement goes by the keys, whatever the sizes: a
   * batch is planned for ten messages and may hold hundreds, among tables that grow. It is planned
   * once: left to choose, PostgreSQL plans the statements of a lone message anew for each, which
   * costs more than to store it.
   */
  Future<Void> prepare(SqlConnection connection) {
    return connection
        .query(
            """
            set lock_timeout = '1s';
            set jit = off;
            set enable_seqscan = off;
            set enable_hashjoin = off;
            set enable_mergejoin = off;
            set plan_cache_mode = force_generic_plan
            """)
        .execute()
        .compose(set -> plain.prepare(connection))
        .mapEmpty();
  }

  /**
   * Stores what may be stored and tells what became of each, in the order given. The lanes are
   * locked first, in the order of their ids, so that two nodes never wait for each other; what is
   * asked behind that sees all that was committed before.
   *
   * @param how what the batch is to be prepared for
   */
  Future<List<Written>> write(
      SqlConnection connection, List<Outgoing> batch, Instant now, Foresight how) {
    Way way = how.careful() ? careful : plain;
    return way.store(connection, batch, now, how.held());
  }

  static String[] strings(List<Outgoing> batch, Function<Outgoing, String> value) {
    return batch.stream().map(value).toArray(String[]::new);
  }

  static String encoded(JsonObject json) {
    return json == null ? null : json.encode();
  }
}
