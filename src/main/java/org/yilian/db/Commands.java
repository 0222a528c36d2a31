package org.yilian.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Short programs of the system, run to their end. Blocks. */
final class Commands {
  private static final int PATIENCE_SECONDS = 120;

  private Commands() {}

  /** False also where there is no such program. */
  static boolean succeeds(List<String> command) {
    try {
      return finished(command).exitValue() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  /** Fails with what the program printed. */
  static void run(List<String> command) throws IOException {
    Process process = finished(command);
    if (process.exitValue() != 0) {
      byte[] printed = process.getInputStream().readAllBytes();
      throw new DatabaseFault(
          command.get(command.size() - 1)
              + " failed: "
              + new String(printed, StandardCharsets.UTF_8).strip());
    }
  }

  /** Nothing of our surroundings may change what the binaries do or which libraries they load. */
  static ProcessBuilder prepared(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(Commands::misleading);
    environment.put("LC_ALL", "C");
    return builder;
  }

  private static boolean misleading(String name) {
    return name.startsWith("PG") || name.startsWith("LD_") || name.startsWith("DYLD_");
  }

  private static Process finished(List<String> command) throws IOException {
    Process process = prepared(command).start();
    process.getOutputStream().close();
    try {
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return process;
      }
      process.destroyForcibly();
      throw new DatabaseFault(command.get(0) + " does not end");
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new DatabaseFault(command.get(0) + " was interrupted", e);
    }
  }
}
