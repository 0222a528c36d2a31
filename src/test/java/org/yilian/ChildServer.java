package org.yilian;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole server in a process of its own, to be killed and started again on the same port. */
public final class ChildServer implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  /** A test's server lives for seconds: it is never worth compiling it well. */
  private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1");

  private static final Path SERVER = Path.of("target", "server");
  private static final String ARCHIVE = "-XX:SharedArchiveFile=" + SERVER.resolve("yilian.jsa");

  private final List<String> flags;
  private final Map<String, String> environment = new TreeMap<>();
  private final int port = freePort();
  private Process process;
  private Duration lastStart = Duration.ZERO;

  /**
   * Starts it; blocks until it is ready.
   *
   * @param folder keys and, unless the settings name another, the embedded database
   * @param settings more settings, such as {@code DATABASE_URL}
   */
  public ChildServer(Path folder, Map<String, String> settings) {
    this(folder, settings, SHORT_LIVED);
  }

  private ChildServer(Path folder, Map<String, String> settings, List<String> flags) {
    this.flags = flags;
    environment.put("YILIAN_DATA_DIR", folder.toAbsolutePath().toString());
    environment.put("YILIAN_HTTP_PORT", String.valueOf(port));
    environment.put("YILIAN_HTTP_HOST", "127.0.0.1");
    environment.put("YILIAN_DEMO", "true");
    environment.put("YILIAN_DEMO_PLAYS", "false");
    environment.put("YILIAN_VECTORS", "false");
    environment.put("YILIAN_LAWYER_GRACE_SECONDS", "3600");
    settings.forEach((name, value) -> environment.put("YILIAN_" + name, value));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    start();
  }

  /**
   * As {@link #ChildServer}, but compiled as a server is that goes on for days; where {@code
   * src/run/build} has made one, with its archive of classes, unless {@code
   * -Dserver.archive=false}.
   */
  public static ChildServer longLived(Path folder) {
    return new ChildServer(folder, Map.of(), archived() ? List.of(ARCHIVE) : List.of());
  }

  private static boolean archived() {
    return Files.exists(SERVER.resolve("yilian.jsa"))
        && !System.getProperty("server.archive", "true").equals("false");
  }

  public int port() {
    return port;
  }

  /** Of the process that runs now. */
  public long pid() {
    return process.pid();
  }

  /** What of its heap is in use after a full collection, in bytes. */
  public long liveBytes() {
    try {
      Process histogram =
          new ProcessBuilder("jcmd", String.valueOf(pid()), "GC.class_histogram").start();
      String total =
          histogram
              .inputReader()
              .lines()
              .filter(line -> line.startsWith("Total"))
              .findFirst()
              .get();
      return Long.parseLong(total.trim().split("\\s+")[2]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From the start of the process until it said that it is ready. */
  public Duration lastStart() {
    return lastStart;
  }

  /** Starts it again. Blocks until it is ready. */
  public void start() {
    long begun = System.nanoTime();
    try {
      ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
      builder.environment().keySet().removeIf(name -> name.startsWith("YILIAN_"));
      builder.environment().putAll(environment);
      process = builder.start();
      awaitReady(process.inputReader(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lastStart = Duration.ofNanos(System.nanoTime() - begun);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m"));
    command.add("-Dlogback.configurationFile=logback.xml");
    command.add("-cp");
    command.add(flags.contains(ARCHIVE) ? jars() : classPath());
    command.add("org.yilian.Main");
    return command;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** In the order that the archive was made with. */
  private static String jars() {
    try (Stream<Path> libraries = Files.list(SERVER.resolve("lib"))) {
      return Stream.concat(
              Stream.of(SERVER.resolve("yilian.jar").toString()),
              libraries.map(Path::toString).sorted())
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What all its threads have used of the processors since it was started. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  private static void awaitReady(BufferedReader log) throws IOException {
    List<String> said = new ArrayList<>();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      said.add(line);
      if (line.contains("ready url=")) {
        drain(log);
        return;
      }
    }
    throw new IllegalStateException("the server did not start:\n" + String.join("\n", said));
  }

  /** A process whose output nobody reads would stop at a full pipe. */
  private static void drain(BufferedReader log) {
    Thread reader = new Thread(() -> log.lines().forEach(line -> {}), "child-log");
    reader.setUncaughtExceptionHandler((thread, closed) -> {});
    reader.setDaemon(true);
    reader.start();
  }

  /** As {@code kill -9}. */
  public void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the server does not end");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
