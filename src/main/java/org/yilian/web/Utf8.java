package org.yilian.web;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.yilian.kernel.Refusal;

/** Strict UTF-8: what cannot be decoded is refused, never replaced. */
final class Utf8 {
  private Utf8() {}

  static String strict(Buffer buffer) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(buffer.getBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw Refusal.bad("invalid-text", "body", "请求内容应为 UTF-8 文字。");
    }
  }
}
