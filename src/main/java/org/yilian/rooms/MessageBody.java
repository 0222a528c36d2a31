package org.yilian.rooms;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** What members themselves may put into a message; all other kinds are written by the server. */
final class MessageBody {
  private static final int MAX_TEXT = 5_000;
  private static final int MAX_NAME = 100;
  private static final int ID_LENGTH = 64;

  private MessageBody() {}

  /** The body with what is known of its kind, and nothing else. */
  static JsonObject checked(JsonObject body, Member speaker) {
    String kind = body.getValue("kind") instanceof String word ? word : "";
    Form form = Form.of(body);
    JsonObject checked =
        switch (kind) {
          case "text" -> JsonObject.of("kind", kind, "text", form.text("text", MAX_TEXT));
          case "picture" -> JsonObject.of("kind", kind, "fileId", form.text("fileId", ID_LENGTH));
          case "voice" ->
              JsonObject.of("kind", kind, "recordingId", form.text("recordingId", ID_LENGTH));
          case "law" -> law(form, speaker);
          default -> throw invalid("kind", "应为 text、picture、voice 或 law。");
        };
    form.check();
    return checked;
  }

  /** What a lawyer types himself, or the id of an article, whose words the server puts in. */
  private static JsonObject law(Form form, Member speaker) {
    if (form.has(LawCards.ARTICLE) && speaker.isStaff()) {
      String id = form.text(LawCards.ARTICLE, ID_LENGTH);
      return JsonObject.of("kind", "law", LawCards.ARTICLE, id);
    }
    if (speaker.role() != MemberRole.NEUTRAL_LAWYER) {
      throw invalid("kind", "法律说明由中立律师发送。");
    }
    JsonObject law =
        JsonObject.of(
            "kind",
            "law",
            "law",
            form.text("law", MAX_NAME),
            "article",
            form.text("article", MAX_NAME));
    String text = form.optionalText("text", MAX_TEXT);
    LocalDate inForce = form.optionalDate("forceDate");
    if (text != null) {
      law.put("text", text);
    }
    if (inForce != null) {
      law.put("forceDate", inForce.toString());
    }
    return law;
  }

  private static Refusal invalid(String name, String reason) {
    return Refusal.bad("invalid-message", "body." + name, reason);
  }
}
