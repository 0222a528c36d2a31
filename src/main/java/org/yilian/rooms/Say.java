package org.yilian.rooms;

import io.vertx.core.json.JsonObject;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/**
 * What a member wants to say.
 *
 * @param clientId 1 to 64 of {@code [A-Za-z0-9_-]}: the same one is the same message for ever
 * @param confirmed whether a member of staff has looked at what was held and means it
 * @param origin the socket it came by, or null
 */
public record Say(String laneId, String clientId, JsonObject body, boolean confirmed, Peer origin) {
  private static final int MAX_CLIENT_ID = 64;

  public Say {
    if (!isClientId(clientId)) {
      throw Refusal.bad("invalid-client-id", "clientId", "应为 1 到 64 个字母、数字、_ 或 -。");
    }
    if (laneId == null) {
      throw Refusal.bad("invalid-message", "lane", "请写明发到哪里。");
    }
    if (body == null) {
      throw Refusal.bad("invalid-message", "body", "请写明消息内容。");
    }
  }

  /** The client id of a form that may name one, or null. */
  static String optionalClientId(Form form) {
    String clientId = form.optionalText("clientId", 64);
    if (clientId != null && !isClientId(clientId)) {
      form.fault("clientId", "应为 1 到 64 个字母、数字、_ 或 -。");
    }
    return clientId;
  }

  /** Asked twice for every message, so without a pattern. */
  public static boolean isClientId(String text) {
    if (text == null || text.isEmpty() || text.length() > MAX_CLIENT_ID) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isOfClientId(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfClientId(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }
}
