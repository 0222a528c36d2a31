package org.yilian.rooms;

import io.vertx.core.json.JsonObject;
import java.util.function.Predicate;

/**
 * One message as its different readers see it, each form encoded once. Everybody entitled gets the
 * message; its author gets the clientId with it; where it was relayed from is for staff who read
 * that lane too; what was recalled stays readable for mediators.
 */
final class Rendering {
  private static final int OWN = 1;
  private static final int SOURCE = 2;
  private static final int ORIGINAL = 4;

  private final StoredMessage message;
  private final TextFrame[] encoded = new TextFrame[OWN + SOURCE + ORIGINAL + 1];

  Rendering(StoredMessage message) {
    this.message = message;
  }

  long seq() {
    return message.seq();
  }

  /**
   * @param reads whether the reader reads a lane, by its id
   */
  TextFrame encodedFor(Member reader, Predicate<String> reads) {
    int form = form(reader, reads);
    if (encoded[form] == null) {
      encoded[form] = TextFrame.of(render(form));
    }
    return encoded[form];
  }

  JsonObject jsonFor(Member reader, Predicate<String> reads) {
    return render(form(reader, reads));
  }

  private int form(Member reader, Predicate<String> reads) {
    int form = message.memberId().equals(reader.id()) ? OWN : 0;
    if (message.relayOf() != null
        && reader.isStaff()
        && reads.test(message.relayOf().getString("lane"))) {
      form |= SOURCE;
    }
    if (message.recalled() && reader.role() == MemberRole.MEDIATOR) {
      form |= ORIGINAL;
    }
    return form;
  }

  private JsonObject render(int form) {
    JsonObject frame = Frames.message(message);
    if ((form & OWN) != 0) {
      frame.put("clientId", message.clientId());
    }
    if ((form & SOURCE) != 0) {
      frame.put("relayOf", message.relayOf());
    }
    if ((form & ORIGINAL) != 0) {
      frame.put("original", message.body());
    }
    return frame;
  }
}
