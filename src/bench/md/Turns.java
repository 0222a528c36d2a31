package md;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Our server and another one in turn, window by window, with all sockets of both open from the
 * beginning: the machine's own drift meets both alike, and the ratio of a turn is of one moment. The
 * other one is the plain server, or where it has seats of its own another build of ours.
 *
 * <pre>java -cp … md.Turns --rooms=100 --port=… --seats=… --srv=… --otherport=… --othersrv=… --pg=…
 * [--otherseats=…] [--turns=8] [--secs=3] [--warm=25] [--load=max,half]</pre>
 */
public final class Turns {
  private static final String MAX = "max";
  private static final String HALF = "half";
  private static final String OTHER_SEATS = "otherseats";

  /** One of the two servers, and what it did in each window. */
  private static final class Side {
    private final String name;
    private final Core core;
    private final List<Integer> server;
    private final List<Window> windows = new ArrayList<>();
    private double atMost;

    private Side(String name, Core core, List<Integer> server) {
      this.name = name;
      this.core = core;
      this.server = server;
    }

    private double[] all(ToDoubleFunction<Window> figure) {
      return windows.stream().mapToDouble(figure).sorted().toArray();
    }
  }

  /** CPU in seconds for 1,000 messages, latencies in milliseconds. */
  private record Window(
      double acks, double ack50, double ack99, double delivery99, double server, double postgres) {}

  private final Opt options;
  private final List<Integer> postgres;
  private final Side ours;
  private final Side other;

  private Turns(String[] arguments) throws IOException {
    options = new Opt(arguments, 0);
    postgres = Proc.pids(options.s("pg", ""));
    Opt theirs = new Opt(arguments, 0);
    theirs.m.put("port", options.s("otherport", ""));
    theirs.m.put("seats", options.s(OTHER_SEATS, ""));
    ours = side("ours", options.s("srv", ""), new Yilian(options), options);
    other =
        isOtherBuild()
            ? side("other", options.s("othersrv", ""), new Yilian(theirs), theirs)
            : side("plain", options.s("othersrv", ""), new JsonWs(theirs), theirs);
  }

  private boolean isOtherBuild() {
    return options.m.containsKey(OTHER_SEATS);
  }

  private static Side side(String name, String server, Adapter adapter, Opt own)
      throws IOException {
    Core core = new Core(own, adapter);
    Thread loop = new Thread(core, name);
    loop.setDaemon(true);
    loop.start();
    return new Side(name, core, Proc.pids(server));
  }

  public static void main(String[] arguments) throws Exception {
    Turns turns = new Turns(arguments);
    List<String> loads = loads(turns.options.s("load", MAX + ',' + HALF));
    turns.connect(turns.ours);
    turns.connect(turns.other);
    for (String load : loads) {
      turns.warm(load);
      turns.take(load);
    }
    System.exit(turns.whole(turns.ours) & turns.whole(turns.other) ? 0 : 1);
  }

  /** Half of what is told only once the most was measured. */
  private static List<String> loads(String named) {
    List<String> loads = List.of(named.split(","));
    if (loads.contains(HALF) && !loads.subList(0, loads.indexOf(HALF)).contains(MAX)) {
      throw new IllegalArgumentException("--load=" + named + ": half needs max before it");
    }
    return loads;
  }

  private void connect(Side side) throws Exception {
    Main.o = options;
    Main.core = side.core;
    Main.connectAll(options.i("rooms", 100));
  }

  /**
   * A Java server compiles itself for the load that it has: where the most came before, much of
   * what half of it needs is compiled only then. The plain server takes a few seconds for that.
   */
  private void warm(String load) throws Exception {
    double seconds = options.d("warm", 25);
    window(ours, rate(ours, load), seconds);
    window(other, rate(other, load), isOtherBuild() ? seconds : Math.min(seconds, 10));
  }

  /** Ours and the other one, then the other way round: neither is always the first. */
  private void take(String load) throws Exception {
    ours.windows.clear();
    other.windows.clear();
    for (int turn = 0; turn < options.i("turns", 8); turn++) {
      Side first = turn % 2 == 0 ? ours : other;
      for (Side side : List.of(first, first == ours ? other : ours)) {
        side.windows.add(window(side, rate(side, load), options.d("secs", 3)));
      }
    }
    report(load);
    if (load.equals(MAX)) {
      ours.atMost = median(ours.all(Window::acks));
      other.atMost = median(other.all(Window::acks));
    }
  }

  /**
   * Messages a second in all, or 0 for each member one message after the other. Two builds of ours
   * get the same.
   */
  private double rate(Side side, String load) {
    return switch (load) {
      case MAX -> 0;
      case HALF -> (isOtherBuild() ? ours : side).atMost / 2;
      default -> Double.parseDouble(load.substring(load.indexOf(':') + 1));
    };
  }

  private Window window(Side side, double rate, double seconds) throws Exception {
    Core core = side.core;
    core.call(() -> begin(core, rate));
    Thread.sleep(TimeUnit.SECONDS.toMillis(1) / 2);
    double[] before = core.call(() -> reset(side));
    Thread.sleep((long) (seconds * TimeUnit.SECONDS.toMillis(1)));
    Window window = core.call(() -> end(side, before));
    settle(core);
    return window;
  }

  private Void begin(Core core, double rate) {
    core.window = options.i("window", 1);
    core.rate = rate;
    core.nextSend = System.nanoTime();
    core.closedLoop = rate == 0;
    for (Conn connection : core.conns) {
      connection.outstanding = 0;
      for (int i = 0; core.closedLoop && i < core.window; i++) {
        core.sendOne(connection);
      }
    }
    return null;
  }

  private double[] reset(Side side) {
    side.core.ack.reset();
    side.core.del.reset();
    side.core.rec = true;
    return new double[] {
      System.nanoTime(), side.core.acks, Proc.cpu(side.server), Proc.cpu(postgres)
    };
  }

  private Window end(Side side, double[] before) {
    Core core = side.core;
    core.rec = false;
    double seconds = (System.nanoTime() - before[0]) / TimeUnit.SECONDS.toNanos(1);
    double thousands = (core.acks - before[1]) / 1_000;
    core.rate = 0;
    core.closedLoop = false;
    return new Window(
        thousands * 1_000 / seconds,
        core.ack.q(.5),
        core.ack.q(.99),
        core.del.q(.99),
        (Proc.cpu(side.server) - before[2]) / thousands,
        (Proc.cpu(postgres) - before[3]) / thousands);
  }

  /** What is under way comes in, so that it burdens nobody else's window. */
  private static void settle(Core core) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
    while (!isQuiet(core) && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
  }

  private static boolean isQuiet(Core core) {
    return core.acks == core.sent && core.dels >= core.sent * (core.members - 1);
  }

  private void report(String load) {
    System.out.printf("%s, %d rooms, %d turns%n", load, options.i("rooms", 100), turnsTaken());
    line("messages a second", "%.0f", Window::acks);
    line("ack p50 ms", "%.1f", Window::ack50);
    line("ack p99 ms", "%.1f", Window::ack99);
    line("delivery p99 ms", "%.1f", Window::delivery99);
    line("server CPU s for 1,000", "%.4f", Window::server);
    line("PostgreSQL CPU s for 1,000", "%.4f", Window::postgres);
  }

  private int turnsTaken() {
    return ours.windows.size();
  }

  /** Median (lowest-highest) of both, of the turns' own ratios, and in how many ours was lower. */
  private void line(String what, String form, ToDoubleFunction<Window> figure) {
    double[] ratios = new double[turnsTaken()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] =
          figure.applyAsDouble(ours.windows.get(i)) / figure.applyAsDouble(other.windows.get(i));
    }
    Arrays.sort(ratios);
    System.out.printf(
        "  %-27s ours %s  %s %s  ratio %s, lower in %d%n",
        what,
        spread(form, ours.all(figure)),
        other.name,
        spread(form, other.all(figure)),
        spread("%.2f", ratios),
        Arrays.stream(ratios).filter(ratio -> ratio < 1).count());
  }

  private static String spread(String form, double[] sorted) {
    return String.format(
        Locale.ROOT,
        form + " (" + form + "-" + form + ")",
        median(sorted),
        sorted[0],
        sorted[sorted.length - 1]);
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private boolean whole(Side side) {
    Core core = side.core;
    System.out.printf(
        "%s: sent %d, not acknowledged %d, not delivered %d, gaps %d, doubled %d, spoiled %d, lost %d%n",
        side.name,
        core.sent,
        core.sent - core.acks,
        core.sent * (core.members - 1) - core.dels,
        core.gaps,
        core.dups,
        core.bad,
        core.lostN);
    return isQuiet(core) && core.gaps + core.dups + core.bad + core.lostN == 0;
  }
}
