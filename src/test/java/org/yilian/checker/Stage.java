package org.yilian.checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The servers of a run over a database of its own. */
final class Stage implements AutoCloseable {
  static final Path FOLDER = Path.of("target", "checker");
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Cluster cluster;
  private final List<Node> nodes = new ArrayList<>();

  /**
   * Starts the servers, the first one before the others, since it makes the tables.
   *
   * @param patches folders of classes that come before the product's own
   */
  Stage(Cluster cluster, int servers, List<Path> patches) {
    this.cluster = cluster;
    String name = "run_" + COUNT.incrementAndGet();
    cluster.create(name);
    try {
      Files.createDirectories(FOLDER);
      for (int i = 0; i < servers; i++) {
        Path output = FOLDER.resolve(name + "-node" + i + ".log");
        Files.deleteIfExists(output);
        nodes.add(new Node(settings(), patches, output));
      }
      start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void start() {
    for (Node node : nodes) {
      node.launch();
      node.awaitReady();
    }
    cluster.buildGate();
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(cluster.settings());
    settings.put("YILIAN_HTTP_HOST", "127.0.0.1");
    settings.put("YILIAN_KEY_FILE", FOLDER.resolve("keys.json").toAbsolutePath().toString());
    settings.put("YILIAN_DATA_DIR", FOLDER.resolve("data").toAbsolutePath().toString());
    settings.put("YILIAN_DEMO", "true");
    settings.put("YILIAN_DEMO_PLAYS", "false");
    settings.put("YILIAN_VECTORS", "false");
    settings.put("YILIAN_LAWYER_GRACE_SECONDS", "3600");
    return settings;
  }

  Cluster cluster() {
    return cluster;
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Integer> ports() {
    return nodes.stream().map(node -> node.proxy().port()).toList();
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
  }
}
