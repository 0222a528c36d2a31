package org.yilian.checker;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The checker by hand, for as long as one likes: rounds of a plan each, every one judged by itself.
 *
 * <p>Arguments are {@code name=value}: {@code seed}, {@code acknowledged} (messages in all), {@code
 * nodes}, {@code wakes} ({@code notify} or {@code redis}), {@code rooms}, {@code rate} (messages a
 * second), {@code round} (messages in a plan), {@code every} (milliseconds between faults), {@code
 * faults} (names with commas, {@code all} or {@code none}).
 */
public final class Checker {
  private final Map<String, String> arguments = new HashMap<>();

  private Checker(String[] given) {
    for (String argument : given) {
      String[] pair = argument.split("=", 2);
      if (pair.length != 2) {
        throw new IllegalArgumentException("name=value is wanted, not " + argument);
      }
      arguments.put(pair[0], pair[1]);
    }
  }

  public static void main(String[] given) {
    System.exit(new Checker(given).run() ? 0 : 1);
  }

  private int number(String name, int otherwise) {
    return Integer.parseInt(arguments.getOrDefault(name, String.valueOf(otherwise)));
  }

  private List<Fault> faults() {
    String names = arguments.getOrDefault("faults", "all");
    if (names.equals("none")) {
      return List.of();
    }
    return names.equals("all")
        ? Arrays.asList(Fault.values())
        : Arrays.stream(names.split(",")).map(Fault::valueOf).toList();
  }

  private boolean run() {
    return arguments.containsKey("bug") ? hunt(arguments.get("bug")) : talk();
  }

  private static boolean hunt(String names) {
    try (Cluster cluster = new Cluster()) {
      return Bugs.all().stream()
          .filter(bug -> names.equals("all") || List.of(names.split(",")).contains(bug.name()))
          .map(bug -> Hunt.hunt(cluster, bug))
          .peek(System.out::println)
          .filter(finding -> finding.violation() == null)
          .findAny()
          .isEmpty();
    }
  }

  private boolean talk() {
    Planner.Size size =
        new Planner.Size(
            number("rooms", 4),
            number("round", 12_000),
            number("rate", 300),
            number("step", 1_500));
    Run.Settings settings = new Run.Settings(size, faults(), number("every", 5_000));
    long seed = number("seed", (int) (System.nanoTime() & 0xffffff));
    int wanted = number("acknowledged", 10_000);
    int acknowledged = 0;
    try (Cluster cluster = new Cluster(arguments.getOrDefault("wakes", "notify"));
        Stage stage = new Stage(cluster, number("nodes", 1), List.of())) {
      while (acknowledged < wanted) {
        Run.Result result = new Run(stage, seed++, settings).play();
        acknowledged += result.acknowledged();
        System.out.printf(
            "seed %d: %d acknowledged, %d in all, %d violations%n",
            result.seed(), result.acknowledged(), acknowledged, result.violations().size());
        if (!result.clean()) {
          result.troubles().forEach(System.out::println);
          counted(result.violations()).forEach((of, n) -> System.out.println(of + " " + n));
          result.violations().forEach(System.out::println);
          return false;
        }
      }
    }
    return true;
  }

  /** How many there are of each kind, before all of them are told. */
  private static Map<Invariant, Long> counted(List<Violation> violations) {
    return violations.stream()
        .collect(
            Collectors.groupingBy(
                Violation::invariant, () -> new EnumMap<>(Invariant.class), Collectors.counting()));
  }
}
