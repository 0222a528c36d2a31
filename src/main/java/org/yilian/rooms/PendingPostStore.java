package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** Rows of what lanes have yet to be told, in the order in which they are told. */
final class PendingPostStore {

  Future<Void> insert(SqlClient client, List<PendingPost> posts, Instant now) {
    return client
        .preparedQuery(
            """
            insert into pending_posts (id, lane_id, member_id, body, created_at)
            select p.id, p.lane_id, p.member_id, p.body::jsonb, $5
            from unnest($1::text[], $2::text[], $3::text[], $4::text[])
              with ordinality as p (id, lane_id, member_id, body, k)
            order by p.k
            """)
        .execute(
            Tuple.of(
                strings(posts, PendingPost::id),
                strings(posts, PendingPost::laneId),
                strings(posts, PendingPost::memberId),
                strings(posts, post -> post.body().encode()),
                now.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  Future<List<PendingPost>> ofRoom(SqlClient client, String roomId) {
    return client
        .preparedQuery(
            """
            select p.id, p.lane_id, p.member_id, p.body
            from pending_posts p join lanes l on l.id = p.lane_id
            where l.room_id = $1 order by p.n
            """)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(PendingPostStore::toPost).toList());
  }

  /** The first ones that were kept before that time, of all rooms. */
  Future<List<PendingPost>> before(SqlClient client, Instant time, int limit) {
    return client
        .preparedQuery(
            """
            select id, lane_id, member_id, body from pending_posts
            where created_at < $1 order by n limit $2
            """)
        .execute(Tuple.of(time.atOffset(ZoneOffset.UTC), limit))
        .map(rows -> rows.stream().map(PendingPostStore::toPost).toList());
  }

  Future<Void> delete(SqlClient client, List<String> ids) {
    return client
        .preparedQuery("delete from pending_posts where id = any($1)")
        .execute(Tuple.of(ids.toArray(String[]::new)))
        .mapEmpty();
  }

  private static PendingPost toPost(Row row) {
    return new PendingPost(
        row.getString("id"),
        row.getString("lane_id"),
        row.getString("member_id"),
        (JsonObject) row.getJson("body"));
  }

  private static String[] strings(List<PendingPost> posts, Function<PendingPost, String> value) {
    return posts.stream().map(value).toArray(String[]::new);
  }
}
