package org.yilian.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yilian.kernel.Series;

/**
 * Sends {@link Pieces} no faster than they are taken, so that one piece is in memory for each
 * reader. Understands a range of bytes from somewhere on (RFC 9110, 14.2), so that a download that
 * broke off is gone on with; whatever else a {@code Range} says is answered with the whole.
 */
final class Outflow {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-(\\d{1,15})?");

  private final HttpServerResponse response;
  private final Pieces file;
  private final long from;
  private final long end;
  private final boolean part;

  Outflow(HttpServerRequest request, Pieces file) {
    this.response = request.response();
    this.file = file;
    Matcher range = RANGE.matcher(String.valueOf(request.getHeader("Range")));
    boolean asked = range.matches() && Long.parseLong(range.group(1)) < file.size();
    long first = asked ? Long.parseLong(range.group(1)) : 0;
    long last = asked && range.group(2) != null ? Long.parseLong(range.group(2)) : file.size() - 1;
    this.part = asked && last >= first;
    this.from = part ? first : 0;
    this.end = part ? Math.min(file.size(), last + 1) : file.size();
  }

  /** Done when the last byte is on its way; fails when the reader has left. */
  Future<Void> send() {
    response.setStatusCode(part ? 206 : 200);
    response.putHeader("Content-Type", file.mediaType());
    response.putHeader("Accept-Ranges", "bytes");
    response.putHeader("Content-Length", String.valueOf(end - from));
    // A compressor would make the length a lie, and packed files no smaller.
    response.putHeader("Content-Encoding", "identity");
    if (part) {
      response.putHeader("Content-Range", "bytes %d-%d/%d".formatted(from, end - 1, file.size()));
    }
    int first = (int) (from / file.piece());
    int last = (int) ((end - 1) / file.piece());
    return Series.each(first, last, this::send).compose(all -> response.end());
  }

  private Future<Void> send(int n) {
    return file.read().apply(n).compose(bytes -> response.write(cut(n, bytes)));
  }

  private Buffer cut(int n, Buffer bytes) {
    long at = (long) n * file.piece();
    int first = (int) Math.max(0, from - at);
    int last = (int) Math.min(bytes.length(), end - at);
    return bytes.slice(first, last);
  }
}
