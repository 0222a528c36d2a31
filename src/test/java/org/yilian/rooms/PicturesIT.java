package org.yilian.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.yilian.rooms.TestRoom.await;
import static org.yilian.rooms.TestRoom.caller;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.db.TestDatabase;
import org.yilian.kernel.Refusal;

/** A picture is seen by those who read the message that shows it, and by nobody else. */
class PicturesIT {
  private static Vertx vertx;
  private static Database database;
  private static MessageWriter writer;
  private static Messages messages;
  private static Pictures pictures;
  private static Buffer photograph;

  private TestRoom room;
  private Member partyA;
  private Member partyB;
  private Member mediator;
  private Member outsider;

  @BeforeAll
  static void start() throws IOException {
    vertx = Vertx.vertx();
    database = await(TestDatabase.fresh(vertx));
    Loop loop = new Loop(vertx);
    writer = new MessageWriter(database, loop, Clock.systemUTC(), 100);
    messages = new Messages(database, writer, new RoomHub(database, loop, Clock.systemUTC()));
    pictures = new Pictures(vertx, database, new StoredFiles(Clock.systemUTC()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    photograph = Buffer.buffer(bytes.toByteArray());
  }

  @AfterAll
  static void stop() {
    await(writer.close().eventually(database::close).eventually(vertx::close));
  }

  @BeforeEach
  void people() {
    room = TestRoom.create(database, "NEIGHBOUR", RoomStatus.LIVE_SEPARATED);
    partyA = room.party("A");
    partyB = room.party("B");
    mediator = room.staff(MemberRole.MEDIATOR);
    outsider =
        TestRoom.create(database, "NEIGHBOUR", RoomStatus.LIVE_SEPARATED)
            .staff(MemberRole.MEDIATOR);
  }

  @Test
  void aPictureIsSeenOnceItIsSaidAndOnlyInItsLane() {
    String id = added(partyA, "A");
    assertEquals(404, refusal(mediator, "A", id).status());
    say(partyA, "A", id);
    JsonObject shown =
        await(messages.history(caller(mediator), room.id, room.lane("A"), 0, 9)).get(0);
    assertEquals(
        JsonObject.of("kind", "picture", "fileId", id, "width", 30, "height", 20)
            .put("mediaType", "image/jpeg"),
        shown.getJsonObject("body"));
    assertEquals("image/jpeg", await(read(mediator, "A", id)).mediaType());
    assertEquals(404, refusal(partyB, "A", id).status());
    assertEquals(404, refusal(partyB, "B", id).status());
    assertEquals(404, refusal(outsider, "A", id).status());
    Member lawyer = room.staff(MemberRole.NEUTRAL_LAWYER);
    assertEquals(404, refusal(lawyer, "A", id).status());
  }

  @Test
  void whatWasRecalledIsSeenByMediatorsAlone() {
    Member lawyer = room.staff(MemberRole.NEUTRAL_LAWYER);
    String id = added(partyA, "A");
    say(partyA, "A", id);
    await(read(lawyer, "A", id));
    room.run("update messages set recalled_at = now() where lane_id = $1", room.lane("A"));
    await(read(mediator, "A", id));
    assertEquals(404, refusal(lawyer, "A", id).status());
  }

  @Test
  void nobodyShowsThePictureOfAnotherOrInAnotherLane() {
    String id = added(partyA, "A");
    assertEquals("invalid-message", sayRefusal(mediator, "A", id).code());
    assertEquals("invalid-message", sayRefusal(mediator, "B", id).code());
    assertEquals("invalid-message", sayRefusal(partyA, "A", "made-up").code());
  }

  @Test
  void nobodyAddsWhereHeMayNotSpeak() {
    assertEquals("no-such-lane", addRefusal(partyA, "B").code());
    assertEquals("read-only", addRefusal(partyA, "NOTICE").code());
    assertEquals("not-found", addRefusal(outsider, "A").code());
  }

  @Test
  void theSamePictureInTwoLanesIsTwoPictures() {
    assertNotEquals(added(partyA, "A"), added(partyB, "B"));
  }

  private String added(Member member, String lane) {
    return await(pictures.add(caller(member), room.id, room.lane(lane), photograph))
        .getString("id");
  }

  private Refusal addRefusal(Member member, String lane) {
    return assertThrows(Refusal.class, () -> added(member, lane));
  }

  private Future<Pictures.Content> read(Member member, String lane, String id) {
    return pictures.read(caller(member), room.id, room.lane(lane), id);
  }

  private Refusal refusal(Member member, String lane, String id) {
    return assertThrows(Refusal.class, () -> await(read(member, lane, id)));
  }

  private void say(Member member, String lane, String id) {
    JsonObject body = JsonObject.of("kind", "picture", "fileId", id);
    Say say = new Say(room.lane(lane), "p-" + id, body, false, null);
    await(messages.say(caller(member), room.id, say));
  }

  private Refusal sayRefusal(Member member, String lane, String id) {
    return assertThrows(Refusal.class, () -> say(member, lane, id));
  }
}
