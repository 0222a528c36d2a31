package org.yilian.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server that died may have left: a postmaster that still runs, or only its pid file, whose
 * number may meanwhile belong to an innocent process. Call it under the {@link DataLock}. Blocks.
 */
final class Leftover {
  private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
  private static final int FAST_SECONDS = 30;
  private static final int IMMEDIATE_SECONDS = 10;

  private Leftover() {}

  static void clear(Path cluster) throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    Optional<ProcessHandle> holder = pid(file).flatMap(ProcessHandle::of);
    if (holder.isEmpty()) {
      return; // PostgreSQL itself sees that the pid is dead, and looks for shared memory in use
    }
    if (isPostmaster(holder.get(), cluster)) {
      LOG.warn("a PostgreSQL of an earlier server still runs; stopping it");
      stop(holder.get());
    } else {
      LOG.warn("a pid file of an earlier PostgreSQL names another process; removing the file");
      Files.deleteIfExists(file);
    }
  }

  static Optional<Long> pid(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String first = Files.readString(file).lines().findFirst().orElse("").strip();
    return first.matches("\\d{1,9}") ? Optional.of(Long.valueOf(first)) : Optional.empty();
  }

  /** By its program and by the folder that it serves, under whatever name that was given. */
  static boolean isPostmaster(ProcessHandle process, Path cluster) {
    ProcessHandle.Info info = process.info();
    String program =
        info.command().map(command -> Path.of(command).getFileName().toString()).orElse("");
    List<String> arguments = info.arguments().map(List::of).orElse(List.of());
    return program.startsWith("postgres")
        && arguments.stream().anyMatch(argument -> isSame(Path.of(argument), cluster));
  }

  private static boolean isSame(Path path, Path cluster) {
    try {
      return Files.isSameFile(path, cluster);
    } catch (IOException noSuchFile) {
      return false;
    }
  }

  /** Fast first; where that hangs, at once: committed work survives either. */
  static void stop(ProcessHandle postmaster) throws IOException {
    if (!ended(postmaster, "-INT", FAST_SECONDS)
        && !ended(postmaster, "-QUIT", IMMEDIATE_SECONDS)) {
      throw new DatabaseFault("PostgreSQL does not stop: process " + postmaster.pid());
    }
  }

  private static boolean ended(ProcessHandle process, String signal, int seconds) {
    Commands.succeeds(List.of("sh", "-c", "kill " + signal + " " + process.pid()));
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
