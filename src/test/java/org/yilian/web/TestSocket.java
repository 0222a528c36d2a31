package org.yilian.web;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A WebSocket client of a few lines that sends whatever it is told, also what the protocol forbids,
 * and reads frame by frame, answering pings meanwhile. Waits at most half a minute for anything.
 */
final class TestSocket implements AutoCloseable {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;
  private static final int WAIT_MILLIS = 30_000;

  private final Socket socket = new Socket();
  private final DataInputStream in;
  private final OutputStream out;
  private final int status;

  TestSocket(int port, String path, String... headers) throws IOException {
    // Small, so that a test of a slow reader need not send much.
    socket.setReceiveBufferSize(64 * 1024);
    socket.connect(new java.net.InetSocketAddress("127.0.0.1", port));
    socket.setSoTimeout(WAIT_MILLIS);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
    out = socket.getOutputStream();
    String key = Base64.getEncoder().encodeToString(new byte[16]);
    StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
    request.append("Host: 127.0.0.1:").append(port).append("\r\n");
    request.append("Upgrade: websocket\r\nConnection: Upgrade\r\n");
    request.append("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ").append(key).append("\r\n");
    request.append("Sec-WebSocket-Protocol: yilian.v1\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    out.write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    status = Integer.parseInt(line().split(" ")[1]);
    while (!line().isEmpty()) {
      // The headers of the answer are of no interest.
    }
  }

  int status() {
    return status;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("closed in the handshake");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.US_ASCII);
  }

  void send(JsonObject json) throws IOException {
    send(TEXT, true, json.encode().getBytes(StandardCharsets.UTF_8));
  }

  /** Sends one masked frame as it is. */
  void send(int opcode, boolean last, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write((last ? 0x80 : 0) | opcode);
    if (payload.length < 126) {
      frame.write(0x80 | payload.length);
    } else if (payload.length < 65_536) {
      frame.write(0x80 | 126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    } else {
      frame.write(0x80 | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        frame.write((int) ((long) payload.length >> shift));
      }
    }
    // A mask of zeros leaves the payload as it is.
    frame.write(new byte[4]);
    frame.write(payload);
    out.write(frame.toByteArray());
    out.flush();
  }

  /** The next JSON frame; fails where the server closed instead. */
  JsonObject next() throws IOException {
    Object next = frame();
    if (next instanceof Closed closed) {
      throw new IOException("closed " + closed);
    }
    return (JsonObject) next;
  }

  /** Reads until a frame of that type comes, and returns it. */
  JsonObject next(String type) throws IOException {
    JsonObject frame = next();
    while (!type.equals(frame.getString("type"))) {
      frame = next();
    }
    return frame;
  }

  /** All frames that came until the server answered a ping that is sent now. */
  List<JsonObject> untilNow() throws IOException {
    send(JsonObject.of("type", "ping"));
    List<JsonObject> frames = new ArrayList<>();
    for (JsonObject f = next(); !"pong".equals(f.getString("type")); f = next()) {
      frames.add(f);
    }
    return frames;
  }

  /** Reads until the server closes, and gives it no more sign of life. */
  Closed closed() throws IOException {
    Frame next = read();
    while (next.opcode() != CLOSE) {
      next = read();
    }
    return next.closed();
  }

  /** How the server closed. */
  record Closed(int code, String reason) {}

  private Object frame() throws IOException {
    Frame frame = read();
    return switch (frame.opcode()) {
      case CLOSE -> frame.closed();
      case PING -> {
        send(PONG, true, frame.payload());
        yield frame();
      }
      case PONG -> frame();
      default -> frame.json();
    };
  }

  /** One frame of the server as it came. */
  record Frame(int opcode, byte[] payload) {
    JsonObject json() {
      return new JsonObject(new String(payload, StandardCharsets.UTF_8));
    }

    /** The code is 0 where there is none. */
    Closed closed() {
      return payload.length == 0
          ? new Closed(0, "")
          : new Closed(
              (payload[0] & 0xff) << 8 | payload[1] & 0xff,
              new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8));
    }
  }

  Frame read() throws IOException {
    int first = in.readUnsignedByte();
    int length = in.readUnsignedByte() & 0x7f;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = (int) in.readLong();
    }
    return new Frame(first & 0x0f, in.readNBytes(length));
  }

  /** Says hello and reads until every backlog has ended. */
  void hello(String ticket) throws IOException {
    send(JsonObject.of("type", "hello", "ticket", ticket));
    int lanes = next("welcome").getJsonArray("lanes").size();
    for (int i = 0; i < lanes; i++) {
      next("live");
    }
  }

  /** Sends octets as they are. */
  void raw(byte[] octets) throws IOException {
    out.write(octets);
    out.flush();
  }

  /** Says nothing more, and still reads. */
  void hangUp() throws IOException {
    socket.shutdownOutput();
  }

  /** Waits until the server has ended the connection; whatever still comes is skipped. */
  void awaitEnd() throws IOException {
    try {
      in.skipNBytes(Long.MAX_VALUE);
    } catch (java.io.EOFException | java.net.SocketException ended) {
      // What was waited for.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
