package org.yilian.checker;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One server of the product in a process of its own, behind a proxy whose port does not change. */
final class Node implements AutoCloseable {
  private static final long START_SECONDS = 300;
  private static final List<String> OPTIONS = List.of("-Xmx384m", "-XX:+UseSerialGC");

  private final Map<String, String> settings;
  private final String classPath;
  private final Path output;
  private final Proxy proxy;
  private int port;
  private Process process;

  /**
   * @param patches folders of classes that come before the product's own
   */
  Node(Map<String, String> settings, List<Path> patches, Path output) {
    this.settings = settings;
    this.output = output;
    this.classPath =
        Stream.concat(patches.stream().map(Path::toString), ownClassPath().stream())
            .collect(Collectors.joining(File.pathSeparator));
    this.proxy = new Proxy(() -> port);
    Runtime.getRuntime().addShutdownHook(new Thread(this::endProcess));
  }

  /** Also where a run is broken off by hand: nothing that it started stays. */
  private void endProcess() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  /** What the product runs with: nothing of the tests. */
  static List<String> ownClassPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes"))
        .toList();
  }

  Proxy proxy() {
    return proxy;
  }

  /** Starts it; {@link #awaitReady} waits. */
  void launch() {
    port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(List.of("-cp", classPath, "org.yilian.Main"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("YILIAN_"));
    builder.environment().putAll(settings);
    builder.environment().put("YILIAN_HTTP_PORT", String.valueOf(port));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitReady() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!ready()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the server is not ready, see " + output);
      }
      if (!process.isAlive()) {
        launch(); // it found no database, which may be on its way
      }
      World.pause(100);
    }
  }

  private boolean ready() {
    return Http.await(Http.ready(port)).ok();
  }

  void kill() {
    process.destroyForcibly();
    await();
  }

  /** As an operator stops it; it says goodbye to its clients first. */
  void drain() {
    signal(process.pid(), "TERM");
    await();
  }

  void freeze() {
    signal(process.pid(), "STOP");
  }

  void thaw() {
    signal(process.pid(), "CONT");
  }

  private void await() {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Only ever to a process that this run has started. */
  static void signal(long pid, String name) {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    proxy.close();
    if (process != null) {
      process.destroyForcibly();
      await();
    }
  }
}
