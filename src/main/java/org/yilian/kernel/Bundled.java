package org.yilian.kernel;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files that come with the program, on its classpath. */
public final class Bundled {
  private Bundled() {}

  /**
   * The whole of a UTF-8 file, such as {@code answers/guides.json}.
   *
   * @throws UncheckedIOException if the file is not there
   */
  public static String text(String file) {
    try (InputStream in = Bundled.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new FileNotFoundException(file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
