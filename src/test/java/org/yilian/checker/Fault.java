package org.yilian.checker;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** What can go wrong with servers, their database and the network. Each ends as it found things. */
enum Fault {
  KILL_SERVER {
    @Override
    void strike(List<Node> nodes, Cluster cluster, Random random) {
      restart(one(nodes, random));
    }
  },
  KILL_ALL_SERVERS {
    @Override
    void strike(List<Node> nodes, Cluster cluster, Random random) {
      nodes.forEach(Node::kill);
      nodes.forEach(Node::launch);
      nodes.forEach(Node::awaitReady);
    }
  },
  STOP_SERVER {
    @Override
    void strike(List<Node> nodes, Cluster cluster, Random random) {
      Node node = one(nodes, random);
      node.freeze();
      World.pause(500 + random.nextInt(2_500));
      node.thaw();
    }
  },
  DRAIN_SERVER {
    @Override
    void strike(List<Node> nodes, Cluster cluster, Random random) {
      Node node = one(nodes, random);
      node.drain();
      node.launch();
      node.awaitReady();
    }
  },
  KILL_POSTGRES {
    @Override
    void strike(List<Node> nodes, Cluster cluster, Random random) {
      cluster.kill();
      ready(nodes, cluster);
    }
  },
  STOP_COMMIT {
    @Override
    void strike(List<Node> nodes, Cluster cluster, Random random) {
      OptionalLong backend = cluster.freezeCommit();
      World.pause(500 + random.nextInt(2_500));
      backend.ifPresent(pid -> Node.signal(pid, "CONT"));
    }
  },
  /** What had not been committed is lost, and must not have been acknowledged. */
  STOP_COMMIT_AND_KILL_POSTGRES {
    @Override
    void strike(List<Node> nodes, Cluster cluster, Random random) {
      OptionalLong backend = cluster.freezeCommit();
      World.pause(300);
      cluster.kill();
      backend.ifPresent(pid -> Node.signal(pid, "KILL"));
      ready(nodes, cluster);
    }
  },
  /** The commit comes to pass, and the server that asked for it is no more. */
  STOP_COMMIT_AND_KILL_SERVER {
    @Override
    void strike(List<Node> nodes, Cluster cluster, Random random) {
      OptionalLong backend = cluster.freezeCommit();
      Node node = one(nodes, random);
      node.kill();
      backend.ifPresent(pid -> Node.signal(pid, "CONT"));
      node.launch();
      node.awaitReady();
    }
  },
  /** The commit comes to pass, and its answer is lost. */
  STOP_COMMIT_AND_CUT_DATABASE {
    @Override
    void strike(List<Node> nodes, Cluster cluster, Random random) {
      OptionalLong backend = cluster.freezeCommit();
      cluster.cutServers(random);
      World.pause(300);
      backend.ifPresent(pid -> Node.signal(pid, "CONT"));
    }
  },
  DELAY {
    @Override
    void strike(List<Node> nodes, Cluster cluster, Random random) {
      weather(nodes, Proxy.Weather.DELAY, random);
    }
  },
  TRICKLE {
    @Override
    void strike(List<Node> nodes, Cluster cluster, Random random) {
      weather(nodes, Proxy.Weather.TRICKLE, random);
    }
  },
  /** Half-open connections, each in one of the two ways. */
  HALF_OPEN {
    @Override
    void strike(List<Node> nodes, Cluster cluster, Random random) {
      nodes.forEach(node -> node.proxy().weather(Proxy.Weather.MUTE, 30, random));
      weather(nodes, Proxy.Weather.DEAF, random);
    }
  },
  /** Servers do not hear each other, and have to look for themselves. */
  CUT_WAKES {
    @Override
    void strike(List<Node> nodes, Cluster cluster, Random random) {
      cluster.cutWakes(random);
      World.pause(1_500); // until they listen again, and have looked once
    }
  },
  CUT {
    @Override
    void strike(List<Node> nodes, Cluster cluster, Random random) {
      nodes.forEach(node -> node.proxy().cut(60, random));
    }
  };

  /** Returns when what it broke is whole again. */
  abstract void strike(List<Node> nodes, Cluster cluster, Random random);

  private static Node one(List<Node> nodes, Random random) {
    return nodes.get(random.nextInt(nodes.size()));
  }

  private static void restart(Node node) {
    node.kill();
    node.launch();
    node.awaitReady();
  }

  private static void ready(List<Node> nodes, Cluster cluster) {
    cluster.awaitReady();
    nodes.forEach(Node::awaitReady);
  }

  private static void weather(List<Node> nodes, Proxy.Weather weather, Random random) {
    nodes.forEach(node -> node.proxy().weather(weather, 50, random));
    World.pause(1_000 + random.nextInt(2_000));
    nodes.forEach(node -> node.proxy().clear());
  }
}
