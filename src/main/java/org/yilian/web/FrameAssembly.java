package org.yilian.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.util.Optional;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.SocketCodes;

/**
 * Puts the frames of a socket together to messages. The server's own decoding would replace what is
 * not UTF-8; here it ends the socket.
 */
final class FrameAssembly {
  static final int MAX_BYTES = 64 * 1024;

  /** The socket has to be closed with this code. */
  static final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;

    Violation(int code, String reason) {
      super(reason, null, false, false);
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  private Buffer begun;

  /** The message that this frame completes, if it does. */
  Optional<String> add(WebSocketFrame frame) {
    if (frame.isBinary()) {
      throw new Violation(SocketCodes.BINARY, "binary");
    }
    if (!frame.isText() && !frame.isContinuation()) {
      return Optional.empty();
    }
    Buffer bytes = begun == null ? frame.binaryData() : begun.appendBuffer(frame.binaryData());
    if (bytes.length() > MAX_BYTES) {
      throw new Violation(SocketCodes.TOO_LARGE, "too-large");
    }
    if (!frame.isFinal()) {
      begun = begun == null ? bytes.copy() : bytes;
      return Optional.empty();
    }
    begun = null;
    return Optional.of(text(bytes));
  }

  private static String text(Buffer bytes) {
    try {
      return Utf8.strict(bytes);
    } catch (Refusal notUtf8) {
      throw new Violation(SocketCodes.NOT_UTF8, "not-utf8");
    }
  }
}
