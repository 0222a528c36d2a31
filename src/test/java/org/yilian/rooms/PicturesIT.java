package org.yilian.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.yilian.rooms.TestRoom.await;
import static org.yilian.rooms.TestRoom.caller;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.db.StoredFiles;
import org.yilian.documents.CleanPictures;
import org.yilian.kernel.Refusal;

/** A picture is seen by those who read the message that shows it, and by nobody else. */
class PicturesIT extends LaneTests {
  private static Pictures pictures;
  private static Buffer photograph;

  @BeforeAll
  static void startPictures() throws IOException {
    pictures = new Pictures(database, new StoredFiles(Clock.systemUTC()), new CleanPictures(vertx));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    photograph = Buffer.buffer(bytes.toByteArray());
  }

  @Test
  void aPictureIsSeenOnceItIsSaidAndOnlyInItsLane() {
    String id = added(partyA, "A");
    assertEquals(404, unseen(mediator, "A", id).status());
    say(partyA, "A", id);
    JsonObject shown = history(mediator, "A").get(0);
    assertEquals(
        JsonObject.of("kind", "picture", "fileId", id, "width", 30, "height", 20)
            .put("mediaType", "image/jpeg"),
        shown.getJsonObject("body"));
    assertEquals("image/jpeg", await(read(mediator, "A", id)).mediaType());
    assertEquals(404, unseen(partyB, "A", id).status());
    assertEquals(404, unseen(partyB, "B", id).status());
    assertEquals(404, unseen(outsider, "A", id).status());
    Member lawyer = room.staff(MemberRole.NEUTRAL_LAWYER);
    assertEquals(404, unseen(lawyer, "A", id).status());
  }

  @Test
  void whatWasRecalledIsSeenByMediatorsAlone() {
    Member lawyer = room.staff(MemberRole.NEUTRAL_LAWYER);
    String id = added(partyA, "A");
    say(partyA, "A", id);
    await(read(lawyer, "A", id));
    room.run("update messages set recalled_at = now() where lane_id = $1", room.lane("A"));
    await(read(mediator, "A", id));
    assertEquals(404, unseen(lawyer, "A", id).status());
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

  private Refusal unseen(Member member, String lane, String id) {
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
