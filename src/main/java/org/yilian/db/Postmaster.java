package org.yilian.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One run of PostgreSQL under its watchdog. Blocks. */
final class Postmaster {
  private static final Logger LOG = LoggerFactory.getLogger("org.yilian.db.postgres");
  private static final String READY = "database system is ready to accept connections";
  private static final int RECOVERY_MINUTES = 10;
  private static final int STOP_SECONDS = 40;

  private final Process watchdog;
  private final ProcessHandle postgres;

  private Postmaster(Process watchdog, ProcessHandle postgres) {
    this.watchdog = watchdog;
    this.postgres = postgres;
  }

  /** Waits until it takes connections, recovery after a crash included. */
  static Postmaster start(Binaries binaries, Cluster cluster, Account account, int port)
      throws IOException {
    Process watchdog = Commands.prepared(command(binaries, cluster, account, port)).start();
    CompletableFuture<Void> ready = new CompletableFuture<>();
    Thread reader = new Thread(() -> follow(watchdog.getInputStream(), ready), "postgres-log");
    reader.setDaemon(true);
    reader.start();
    try {
      ready.get(RECOVERY_MINUTES, TimeUnit.MINUTES);
      long pid = Leftover.pid(cluster.folder().resolve("postmaster.pid")).orElseThrow();
      return new Postmaster(watchdog, ProcessHandle.of(pid).orElseThrow());
    } catch (ExecutionException e) {
      throw new DatabaseFault(e.getCause().getMessage());
    } catch (TimeoutException e) {
      watchdog.getOutputStream().close();
      throw new DatabaseFault("PostgreSQL is not ready after " + RECOVERY_MINUTES + " minutes");
    } catch (InterruptedException e) {
      watchdog.getOutputStream().close();
      Thread.currentThread().interrupt();
      throw new DatabaseFault("the start of PostgreSQL was interrupted", e);
    }
  }

  long pid() {
    return postgres.pid();
  }

  CompletableFuture<Process> onExit() {
    return watchdog.onExit();
  }

  /** Ends its sessions and writes a checkpoint. */
  void stop() throws IOException {
    watchdog.getOutputStream().close();
    try {
      postgres.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      Leftover.stop(postgres);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> command(Binaries binaries, Cluster cluster, Account account, int port)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (Commands.succeeds(List.of("setsid", "true"))) {
      command.add("setsid"); // Ctrl-C in a terminal is for our server, which stops this one last
    }
    command.addAll(account.prefix());
    command.addAll(List.of("sh", "-c", script(), "watchdog", binaries.program("postgres")));
    command.addAll(List.of("-D", cluster.folder().toString()));
    settings(port).forEach(setting -> command.addAll(List.of("-c", setting)));
    return command;
  }

  /**
   * Only what this way of running needs; the rest is the operator's, in postgresql.conf. Statements
   * and their values stay out of the log: they hold personal data.
   */
  private static List<String> settings(int port) {
    return List.of(
        "listen_addresses=127.0.0.1",
        "port=" + port,
        "unix_socket_directories=",
        "logging_collector=off",
        "log_destination=stderr",
        "log_line_prefix=",
        "lc_messages=C",
        "log_error_verbosity=terse",
        "log_min_messages=log",
        "log_min_error_statement=panic",
        "log_statement=none",
        "log_checkpoints=off");
  }

  private static String script() throws IOException {
    try (InputStream script = Postmaster.class.getResourceAsStream("/db/watchdog.sh")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** PostgreSQL writes what it does to our pipe; a line tells when it is ready. */
  private static void follow(InputStream output, CompletableFuture<Void> ready) {
    String last = "it said nothing";
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        LOG.atLevel(line.startsWith("LOG:") ? Level.INFO : Level.WARN).log(line);
        last = line.startsWith("FATAL") ? line : last;
        if (line.endsWith(READY)) {
          ready.complete(null);
        }
      }
    } catch (IOException closed) {
      LOG.warn("the log of PostgreSQL ended: {}", closed.getMessage());
    }
    ready.completeExceptionally(new DatabaseFault("PostgreSQL does not start: " + last));
  }
}
