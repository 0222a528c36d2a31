package org.yilian.documents;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.kernel.Refusal;

/**
 * The pages of PDFs that are none of ours, drawn by {@link StrangersPdf} in a process of its own:
 * one at a time, with little memory, without our environment, and ended when it takes too long.
 */
final class StrangersPages {
  private static final Logger LOG = LoggerFactory.getLogger(StrangersPages.class);
  private static final int SECONDS = 20;
  private static final int WAITING = 20;
  private static final int MOST_BYTES = 60 << 20;

  private final AtomicInteger busy = new AtomicInteger();
  private final WorkerExecutor worker;

  StrangersPages(Vertx vertx) {
    worker = vertx.createSharedWorkerExecutor("strangers-pdfs", 1, 1, TimeUnit.MINUTES);
  }

  /**
   * Every page as a JPEG with its words; empty where the file cannot be drawn as it was meant.
   *
   * @return failed with 503 {@code try-again} when too many wait
   */
  Future<Optional<List<StrangersPage>>> of(byte[] pdf) {
    if (busy.incrementAndGet() > WAITING) {
      busy.decrementAndGet();
      return Future.failedFuture(Refusal.tryAgain());
    }
    return worker
        .executeBlocking(() -> drawn(pdf), false)
        .onComplete(done -> busy.decrementAndGet());
  }

  private static Optional<List<StrangersPage>> drawn(byte[] pdf) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().clear();
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    CompletableFuture<Process> ended =
        process
            .onExit()
            .completeOnTimeout(process, SECONDS, TimeUnit.SECONDS)
            .thenApply(Process::destroyForcibly);
    try {
      hand(process, pdf);
      List<StrangersPage> pages = read(process);
      return ended.join().waitFor() == 0 ? Optional.of(pages) : Optional.empty();
    } catch (IOException cut) {
      LOG.info("a stranger's PDF was not drawn reason={}", cut.toString());
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.destroyForcibly();
    }
  }

  /** It reads all before it answers, so neither waits for the other. */
  private static void hand(Process process, byte[] pdf) throws IOException {
    try (OutputStream in = process.getOutputStream()) {
      in.write(pdf);
    }
  }

  private static List<StrangersPage> read(Process process) throws IOException {
    List<StrangersPage> pages = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(process.getInputStream())) {
      int count = in.readInt();
      int left = MOST_BYTES;
      for (int page = 0; page < count; page++) {
        byte[] jpeg = bytes(in, left);
        byte[] words = bytes(in, left - jpeg.length);
        left -= jpeg.length + words.length;
        pages.add(new StrangersPage(jpeg, new String(words, StandardCharsets.UTF_8)));
      }
    }
    return pages;
  }

  private static byte[] bytes(DataInputStream in, int most) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > most) {
      throw new IOException("pages of more than " + MOST_BYTES + " bytes");
    }
    return in.readNBytes(length);
  }

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx160m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Djava.awt.headless=true",
        "-cp",
        classPath(),
        StrangersPdf.class.getName());
  }

  /** What it needs and no more: the library, and of ours what draws. */
  private static String classPath() {
    return Stream.of(
            StrangersPdf.class,
            Loader.class,
            RandomAccessRead.class,
            FontBoxFont.class,
            org.apache.commons.logging.LogFactory.class)
        .map(StrangersPages::place)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> one) {
    try {
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
