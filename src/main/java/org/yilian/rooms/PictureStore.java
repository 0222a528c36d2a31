package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Who may see a picture of a lane. */
final class PictureStore {

  /** {@code {kind, fileId, width, height, mediaType}} of the member's own picture of a lane. */
  Future<Optional<JsonObject>> ownOf(
      SqlClient client, String memberId, String attachedTo, String fileId) {
    return client
        .preparedQuery(
            """
            select id, width, height, media_type from files
            where id = $3 and attached_to = $2 and owner_id = $1
            """)
        .execute(Tuple.of(memberId, attachedTo, fileId))
        .map(rows -> rows.stream().map(PictureStore::toBody).findFirst());
  }

  private static JsonObject toBody(Row row) {
    return new JsonObject()
        .put("kind", "picture")
        .put("fileId", row.getString("id"))
        .put("width", row.getInteger("width"))
        .put("height", row.getInteger("height"))
        .put("mediaType", row.getString("media_type"));
  }

  /**
   * The media type of a picture that the member may see: its own, or one that a message shows which
   * the member reads. What was recalled stays for mediators.
   */
  Future<Optional<String>> visible(
      SqlClient client, Member member, String attachedTo, String laneId, String fileId) {
    return client
        .preparedQuery(
            """
            select f.media_type from files f
            join grants g on g.member_id = $1 and g.lane_id = $3
            where f.id = $4 and f.attached_to = $2 and (
              f.owner_id = $1
              or exists (
                select 1 from messages m
                where m.lane_id = $3 and m.seq > g.from_seq and m.body ->> 'fileId' = f.id
                  and (m.recalled_at is null or $5)))
            """)
        .execute(
            Tuple.of(member.id(), attachedTo, laneId, fileId, member.role() == MemberRole.MEDIATOR))
        .map(rows -> rows.stream().map(row -> row.getString("media_type")).findFirst());
  }
}
