package org.yilian.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A TCP connection that says HTTP, or something like it, as slowly as it wants. */
final class RawConnection implements AutoCloseable {
  private static final int WAIT_MILLIS = 20_000;

  private final Socket socket = new Socket();
  private final InputStream in;

  RawConnection(int port) throws IOException {
    socket.connect(new InetSocketAddress("127.0.0.1", port));
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(WAIT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** The head of an answer, its header names in lower case. */
  record Head(int status, Map<String, String> headers) {}

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Status and headers of the next answer; its body is skipped. */
  Head head() throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
    }
    in.skipNBytes(Long.parseLong(headers.getOrDefault("content-length", "0")));
    return new Head(status, headers);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("ended before an answer");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.US_ASCII);
  }

  /**
   * Sends one more octet whenever the server has been silent for a moment, until it ends the
   * connection.
   *
   * @return how many milliseconds that took
   */
  long trickle(char octet, int everyMillis) throws IOException {
    long start = System.nanoTime();
    socket.setSoTimeout(everyMillis);
    while (System.nanoTime() - start < WAIT_MILLIS * 1_000_000L) {
      try {
        if (in.read() < 0) {
          return (System.nanoTime() - start) / 1_000_000;
        }
      } catch (SocketTimeoutException silent) {
        send(String.valueOf(octet));
      } catch (SocketException reset) {
        return (System.nanoTime() - start) / 1_000_000;
      }
    }
    throw new AssertionError("the server is as patient as the client");
  }

  /** Milliseconds until the server ended the connection. */
  long awaitEnd() throws IOException {
    long start = System.nanoTime();
    try {
      while (in.read() >= 0) {
        // Whatever it still says.
      }
    } catch (SocketException reset) {
      // An end as well.
    }
    return (System.nanoTime() - start) / 1_000_000;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
