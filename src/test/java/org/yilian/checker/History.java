package org.yilian.checker;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Everything that was done and observed, in order, and line by line in a file. */
final class History implements AutoCloseable {
  private final long start = System.nanoTime();
  private final List<Event> events = new ArrayList<>();
  private final BufferedWriter log;

  History(Path file) {
    try {
      Files.createDirectories(file.getParent());
      log = Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long now() {
    return System.nanoTime() - start;
  }

  /** Takes the time itself, so that the order of the list is that of the times. */
  synchronized <E extends Event> E add(LongFunction<E> event) {
    E added = event.apply(now());
    events.add(added);
    try {
      log.write(added.toString());
      log.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return added;
  }

  synchronized List<Event> events() {
    return new ArrayList<>(events);
  }

  @Override
  public synchronized void close() {
    try {
      log.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
