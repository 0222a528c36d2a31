package org.yilian.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs one browser script against a running server; the script's failure is the test's. {@code
 * -Dbrowser.pictures=true} keeps a picture of each screen under {@code target/pictures}.
 */
final class Browser {
  private static final Path SCRIPTS = Path.of("webroot", "e2e").toAbsolutePath();
  private static final Path PICTURES = Path.of("target", "pictures").toAbsolutePath();
  private static final Duration USUAL = Duration.ofMinutes(4);

  private Browser() {}

  static void run(String script, Map<String, String> environment) throws Exception {
    run(script, environment, USUAL);
  }

  static void run(String script, Map<String, String> environment, Duration within)
      throws Exception {
    Files.createDirectories(PICTURES);
    Path output = PICTURES.resolve(script + ".log");
    ProcessBuilder builder =
        new ProcessBuilder("node", SCRIPTS.resolve(script).toString())
            .directory(SCRIPTS.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("EVERY_PICTURE", System.getProperty("browser.pictures", "false"));
    builder.environment().putAll(environment);
    builder.environment().put("PICTURES", PICTURES.toString());
    Process process = builder.start();
    boolean ended = process.waitFor(within.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertTrue(ended, () -> script + " did not end: " + read(output));
    assertEquals(0, process.exitValue(), () -> script + ": " + read(output));
  }

  private static String read(Path output) {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
