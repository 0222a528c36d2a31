package org.yilian.ledger;

import static java.util.stream.Collectors.toSet;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yilian.disputes.DisputeType;
import org.yilian.identity.AreaLevel;
import org.yilian.kernel.Form;
import org.yilian.kernel.Texts;

/**
 * A table of rules that no dispute falls through.
 *
 * @param standIns what answers instead where an area has no such unit
 */
record RuleTable(List<DispatchRule> rules, Map<String, String> standIns) {
  private static final Texts TEXTS = Texts.of("ledger");
  private static final int MOST_RULES = 500;
  private static final int LONGEST = 40;

  /** Reads a table and names every gap and every circle. */
  static RuleTable read(Form form) {
    List<DispatchRule> rules = form.objects("rules", MOST_RULES, DispatchRule::read);
    Map<String, String> standIns = new LinkedHashMap<>();
    form.objects("standIns", MOST_RULES, RuleTable::standIn)
        .forEach(pair -> standIns.put(pair[0], pair[1]));
    RuleTable table = new RuleTable(rules, standIns);
    for (DisputeType type : DisputeType.values()) {
      if (rules.stream().noneMatch(rule -> rule.type() == type && rule.catchesAll())) {
        form.fault("rules", "类型“" + word(type) + "”没有兜底规则：不符合其他条件的这类纠纷会无人处理。");
      }
    }
    standIns.keySet().stream()
        .filter(table::standsInForItself)
        .forEach(duty -> form.fault("standIns", "“" + duty + "”的顶替绕成了一个圈，请指定最后由谁负责。"));
    return table;
  }

  private static String word(DisputeType type) {
    return TEXTS.get("type." + type);
  }

  private static String[] standIn(Form form) {
    return new String[] {form.text("duty", LONGEST), form.text("by", LONGEST)};
  }

  private boolean standsInForItself(String duty) {
    Set<String> seen = new LinkedHashSet<>();
    String at = duty;
    while (at != null && seen.add(at)) {
      at = standIns.get(at);
    }
    return at != null;
  }

  /** Names every rule whose lead, with all that stand in for it, none of these answers for. */
  void mustFindLeads(Set<RulePost> posts, Form form) {
    Set<String> duties = posts.stream().map(RulePost::duty).collect(toSet());
    for (DispatchRule rule : rules) {
      if (withStandIns(rule.lead()).stream().noneMatch(duties::contains)) {
        form.fault(
            "rules",
            "类型“" + word(rule.type()) + "”的牵头岗位“" + rule.lead() + "”在本辖区没有单位，也没有单位顶替：这类纠纷会无人牵头。");
      }
    }
  }

  /** Everybody whom a rule names as responsible. */
  List<String> named() {
    return rules.stream().flatMap(rule -> rule.responsible().stream()).distinct().toList();
  }

  /** Names every person who cannot be responsible where the rule names him. */
  void mustServe(String tableArea, List<RulePerson> people, Collection<RulePost> posts, Form form) {
    for (int i = 0; i < rules.size(); i++) {
      DispatchRule rule = rules.get(i);
      List<String> duties = withStandIns(rule.lead());
      String area =
          rule.area() == null || tableArea.startsWith(rule.area()) ? tableArea : rule.area();
      for (int j = 0; j < rule.responsible().size(); j++) {
        String id = rule.responsible().get(j);
        if (people.stream()
            .noneMatch(one -> one.id().equals(id) && one.servesFor(duties, area, posts))) {
          form.fault(
              "rules[" + i + "].responsible[" + j + "]",
              "类型“"
                  + word(rule.type())
                  + "”的第 "
                  + (j + 1)
                  + " 位负责人不在牵头的“"
                  + rule.lead()
                  + "”任职或已离开，请另选一位。");
        }
      }
    }
  }

  Optional<DispatchRule> ruleFor(DispatchRule.Report report) {
    return rules.stream().filter(rule -> rule.fits(report)).findFirst();
  }

  /**
   * What leads at a centre's level, with whatever stands in for it: from the district on another.
   */
  List<String> leads(DispatchRule.Report report, AreaLevel centre) {
    return ruleFor(report)
        .map(rule -> centre == AreaLevel.STREET ? rule.lead() : rule.districtLead())
        .map(this::withStandIns)
        .orElse(List.of());
  }

  /** The duty and, in order, whatever stands in for it. */
  List<String> withStandIns(String duty) {
    Set<String> chain = new LinkedHashSet<>();
    String at = duty;
    while (at != null && chain.add(at)) {
      at = standIns.get(at);
    }
    return List.copyOf(chain);
  }

  JsonObject toJson() {
    JsonArray pairs = new JsonArray();
    standIns.forEach((duty, by) -> pairs.add(JsonObject.of("duty", duty, "by", by)));
    JsonArray all = new JsonArray();
    rules.forEach(rule -> all.add(rule.toJson()));
    return JsonObject.of("rules", all, "standIns", pairs);
  }
}
