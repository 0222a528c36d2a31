package org.yilian;

import java.nio.file.Path;

/** Where the files of this test JVM are: another one may be at work beside it. */
public final class ForkFolder {
  private static final Path FOLDER = Path.of("target", System.getProperty("tests.fork", "fork-1"));

  private ForkFolder() {}

  public static Path path(String name) {
    return FOLDER.resolve(name);
  }
}
