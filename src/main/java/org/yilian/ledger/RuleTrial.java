package org.yilian.ledger;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yilian.disputes.Risk;

/** What a table would have done otherwise than the one in force with disputes that there were. */
final class RuleTrial {
  private static final Comparator<Tempo> QUICKEST_FIRST =
      Comparator.comparing(Tempo::sign).thenComparing(Tempo::handle);

  private final RuleTable before;
  private final RuleTable after;
  private final Map<String, int[]> leads = new TreeMap<>();
  private final Map<String, int[]> helpers = new TreeMap<>();
  private final Map<Tempo, int[]> clocks = new TreeMap<>(QUICKEST_FIRST);
  private int disputes;
  private int otherLeads;
  private int otherHelpers;
  private int otherClocks;
  private int otherPeople;

  RuleTrial(RuleTable before, RuleTable after) {
    this.before = before;
    this.after = after;
  }

  void add(DispatchRule.Report report) {
    add(before.ruleFor(report), after.ruleFor(report));
  }

  /** How many it was made on. */
  int disputes() {
    return disputes;
  }

  private void add(Optional<DispatchRule> before, Optional<DispatchRule> after) {
    disputes++;
    otherLeads += tell(leads, Set.of(lead(before)), Set.of(lead(after)));
    otherHelpers += tell(helpers, helpers(before), helpers(after));
    otherClocks += tell(clocks, Set.of(clock(before)), Set.of(clock(after)));
    otherPeople += people(before).equals(people(after)) ? 0 : 1;
  }

  /** Counts both, and answers whether they differ. */
  private static <T> int tell(Map<T, int[]> counts, Set<T> before, Set<T> after) {
    before.forEach(one -> counts.computeIfAbsent(one, key -> new int[2])[0]++);
    after.forEach(one -> counts.computeIfAbsent(one, key -> new int[2])[1]++);
    return before.equals(after) ? 0 : 1;
  }

  private static String lead(Optional<DispatchRule> rule) {
    return rule.map(DispatchRule::lead).orElse("");
  }

  private static Set<String> helpers(Optional<DispatchRule> rule) {
    return rule.map(found -> Set.copyOf(found.cooperating())).orElse(Set.of());
  }

  private static Set<String> people(Optional<DispatchRule> rule) {
    return rule.map(found -> Set.copyOf(found.responsible())).orElse(Set.of());
  }

  /** Of the lowest risk: what is riskier has clocks of its own, whatever the rules say. */
  private static Tempo clock(Optional<DispatchRule> rule) {
    return Tempo.of(Risk.GENERAL, rule.orElse(null));
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("disputes", disputes)
        .put("changed", otherLeads)
        .put("otherHelpers", otherHelpers)
        .put("otherClocks", otherClocks)
        .put("otherPeople", otherPeople)
        .put("byLead", byDuty(leads, "lead"))
        .put("byHelper", byDuty(helpers, "helper"))
        .put("byClock", byClock());
  }

  private static JsonArray byDuty(Map<String, int[]> counts, String name) {
    JsonArray lines = new JsonArray();
    counts.forEach((duty, n) -> lines.add(line(n).put(name, duty)));
    return lines;
  }

  private JsonArray byClock() {
    JsonArray lines = new JsonArray();
    clocks.forEach(
        (clock, n) ->
            lines.add(
                line(n)
                    .put("signHours", clock.sign().toHours())
                    .put("handleDays", clock.handle().toDays())));
    return lines;
  }

  private static JsonObject line(int[] n) {
    return JsonObject.of("before", n[0], "after", n[1]);
  }
}
