package org.yilian.knowledge.sources;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The lines of a UTF-8 text, none of them longer than a line may be: memory has its bound. */
public final class BoundedLines {
  private static final int LONGEST = 1 << 20;

  private final BufferedReader in;

  public BoundedLines(InputStream in) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
  }

  /**
   * The next line without its end, or null behind the last.
   *
   * @throws TooLarge where it does not end in time
   */
  public String next() throws IOException {
    StringBuilder line = new StringBuilder();
    int read = in.read();
    if (read < 0) {
      return null;
    }
    for (; read >= 0 && read != '\n'; read = in.read()) {
      if (line.length() == LONGEST) {
        throw new TooLarge();
      }
      line.append((char) read);
    }
    int last = line.length() - 1;
    return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
  }
}
