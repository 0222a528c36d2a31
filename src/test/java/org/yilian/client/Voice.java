package org.yilian.client;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.yilian.kernel.Hash;

/** Somebody who says something aloud in a lane, the way a page does. */
public final class Voice {
  private static final int PIECE = 64 << 10;
  private static final int RATE = 16_000;

  private final Actor actor;
  private final String lane;

  /**
   * @param lane the path of the lane
   */
  public Voice(Actor actor, String lane) {
    this.actor = actor;
    this.lane = lane;
  }

  /** A tone of that length. */
  public static byte[] tone(int millis) {
    ByteBuffer samples =
        ByteBuffer.allocate(millis * RATE / 1000 * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; samples.hasRemaining(); i++) {
      samples.putShort((short) (8_000 * Math.sin(i * 2 * Math.PI * 440 / RATE)));
    }
    return wave(RATE, 1, 16, samples.array(), samples.capacity());
  }

  /**
   * A WAV file.
   *
   * @param claimed the length of the sound that its head claims
   */
  public static byte[] wave(int rate, int channels, int bits, byte[] sound, int claimed) {
    ByteBuffer head = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + claimed);
    head.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
    head.putShort((short) channels).putInt(rate).putInt(rate * channels * bits / 8);
    head.putShort((short) (channels * bits / 8)).putShort((short) bits);
    head.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(claimed);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(head.array());
    file.writeBytes(sound);
    return file.toByteArray();
  }

  public Answer begin(long size) {
    return actor.post(lane + "/recordings", JsonObject.of("size", size));
  }

  public Answer append(String id, byte[] piece, long offset) {
    return actor.patch(lane + "/recordings/" + id, piece, offset);
  }

  public Answer progress(String id) {
    return actor.get(lane + "/recordings/" + id);
  }

  public Answer finish(String id, byte[] whole) {
    JsonObject hash = JsonObject.of("sha256", Hash.of(whole).value());
    return actor.post(lane + "/recordings/" + id + "/finish", hash);
  }

  /** Sends the file piece by piece, and returns its id. */
  public String record(byte[] file) {
    String id = begin(file.length).expect(201).id();
    for (int at = 0; at < file.length; at += PIECE) {
      append(id, Arrays.copyOfRange(file, at, Math.min(file.length, at + PIECE)), at).expect(200);
    }
    finish(id, file).expect(200);
    return id;
  }

  /** Sends the message, and returns the number that it got. */
  public long say(String recordingId) {
    return trySaying(recordingId).expect(201).json().getLong("seq");
  }

  public Answer trySaying(String recordingId) {
    JsonObject body = JsonObject.of("kind", "voice", "recordingId", recordingId);
    return actor.post(
        lane + "/messages", JsonObject.of("clientId", UUID.randomUUID().toString(), "body", body));
  }

  public Answer sound(String recordingId) {
    return actor.get(lane + "/recordings/" + recordingId + "/sound");
  }

  public Answer stretch(String recordingId, String range) {
    return actor.getRange(lane + "/recordings/" + recordingId + "/sound", range);
  }

  /** What is written of the lane's voices. */
  public Answer transcripts() {
    return actor.get(lane + "/transcripts");
  }

  /** The one transcript of a lane with one voice. */
  public JsonObject transcript() {
    return transcripts().expect(200).items().getJsonObject(0);
  }

  public Answer check(String recordingId, long version, JsonObject lines) {
    return actor.put(lane + "/recordings/" + recordingId + "/transcript", lines, version);
  }

  public Answer retry(String recordingId) {
    return actor.post(lane + "/recordings/" + recordingId + "/transcript/retry");
  }
}
