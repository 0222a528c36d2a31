package org.yilian.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link CommittingServer} seen from the test. */
final class ServerProcess {
  private static final int PATIENCE_SECONDS = 40;

  private final Process process;
  private final BufferedReader lines;
  private final ProcessHandle postmaster;

  /** Ready to commit when this returns. */
  ServerProcess(Path folder) throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                classes,
                CommittingServer.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    lines = process.inputReader(StandardCharsets.UTF_8);
    postmaster = ProcessHandle.of(next()).orElseThrow();
  }

  ProcessHandle postmaster() {
    return postmaster;
  }

  ProcessHandle watchdog() {
    return postmaster.parent().orElseThrow();
  }

  List<Integer> acknowledged(int count) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    while (numbers.size() < count) {
      numbers.add((int) next());
    }
    return numbers;
  }

  /** As {@code kill -9}; what it had said before is still read. */
  List<Integer> kill() throws Exception {
    end();
    process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return lines
        .lines()
        .filter(line -> line.startsWith("> "))
        .map(line -> Integer.valueOf(line.substring(2)))
        .toList();
  }

  /** By its handle: {@link Process#destroyForcibly} would throw away what it had said. */
  void end() {
    process.toHandle().destroyForcibly();
  }

  private long next() throws IOException {
    List<String> said = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (line.startsWith("> ")) {
        return Long.parseLong(line.substring(2));
      }
    }
    throw new IOException("the server process ended:\n" + String.join("\n", said));
  }
}
