package org.yilian.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;

/** A WebSocket by hand over TCP: it can be cut, read slowly and written octet by octet. */
final class Link {
  private static final String HELLO =
      "GET /api/v1/ws/v1 HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
          + "Sec-WebSocket-Protocol: yilian.v1\r\n\r\n";
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int ABNORMAL = 1006;

  /** Who is told what comes. */
  interface Listener {
    void frame(JsonObject frame);

    /**
     * @param code 1006 where the server did not say why
     */
    void closed(int code);
  }

  /** What is expected next. */
  private enum Part {
    ANSWER,
    HEAD,
    LENGTH,
    CONTENT
  }

  private final Promise<Link> upgraded = Promise.promise();
  private final NetSocket socket;
  private final Listener listener;
  private final RecordParser parser = RecordParser.newDelimited("\r\n\r\n");
  private Part part = Part.ANSWER;
  private int opcode;
  private int code = ABNORMAL;
  private Runnable onGone = () -> {};

  private Link(NetSocket socket, Listener listener) {
    this.socket = socket;
    this.listener = listener;
    parser.handler(this::part);
    socket.handler(parser);
    socket.closeHandler(closed -> gone());
    socket.exceptionHandler(failure -> socket.close());
    socket.write(HELLO);
  }

  /** Connects; ends when the server has agreed to talk. */
  static Future<Link> open(Net net, boolean slow, Listener listener) {
    return net.sockets(slow)
        .connect(net.port(), "127.0.0.1")
        .compose(socket -> new Link(socket, listener).upgraded.future());
  }

  private void gone() {
    upgraded.tryFail("no upgrade");
    onGone.run();
    listener.closed(code);
  }

  /** Called when the connection has ended. */
  void onGone(Runnable told) {
    onGone = told;
  }

  private void part(Buffer bytes) {
    switch (part) {
      case ANSWER -> {
        next(Part.HEAD, 2);
        upgraded.complete(this);
      }
      case HEAD -> head(bytes);
      case LENGTH -> content(bytes.length() == 2 ? bytes.getUnsignedShort(0) : bytes.getLong(0));
      case CONTENT -> {
        taken(bytes);
        next(Part.HEAD, 2);
      }
    }
  }

  private void next(Part expected, long size) {
    part = expected;
    parser.fixedSizeMode((int) size);
  }

  private void head(Buffer bytes) {
    opcode = bytes.getByte(0) & 0xf;
    int length = bytes.getByte(1) & 0x7f;
    switch (length) {
      case 126 -> next(Part.LENGTH, 2);
      case 127 -> next(Part.LENGTH, 8);
      default -> content(length);
    }
  }

  private void content(long length) {
    if (length == 0) {
      taken(Buffer.buffer());
      next(Part.HEAD, 2);
    } else {
      next(Part.CONTENT, length);
    }
  }

  private void taken(Buffer content) {
    switch (opcode) {
      case TEXT -> listener.frame(content.toJsonObject());
      case PING -> socket.write(frame(PONG, content));
      case CLOSE -> {
        code = content.length() < 2 ? ABNORMAL : content.getUnsignedShort(0);
        socket.close();
      }
      default -> {}
    }
  }

  void send(JsonObject frame) {
    socket.write(encoded(frame));
  }

  /** As it goes over the wire, for who sends it in pieces. */
  static Buffer encoded(JsonObject frame) {
    return frame(TEXT, frame.toBuffer());
  }

  /** Masked with zeros, which is a mask. */
  private static Buffer frame(int opcode, Buffer content) {
    Buffer frame = Buffer.buffer().appendByte((byte) (0x80 | opcode));
    if (content.length() < 126) {
      frame.appendByte((byte) (0x80 | content.length()));
    } else {
      frame.appendByte((byte) (0x80 | 126)).appendUnsignedShort(content.length());
    }
    return frame.appendInt(0).appendBuffer(content);
  }

  NetSocket socket() {
    return socket;
  }

  /** As a network does: no word of farewell. */
  void cut() {
    socket.close();
  }
}
