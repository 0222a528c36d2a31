package org.yilian.dossiers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Askings afterwards (回访), as papers of the file. */
final class FollowUpPapers {
  private FollowUpPapers() {}

  /**
   * One paper each.
   *
   * @param matter of which the agreements are
   */
  static List<Paper> of(
      List<Aftermath.FollowUp> followUps, Matter matter, UnaryOperator<String> drawable) {
    return followUps.stream().map(one -> paper(one, matter, drawable)).toList();
  }

  private static Paper paper(
      Aftermath.FollowUp one, Matter matter, UnaryOperator<String> drawable) {
    List<String> numbers = matter.effective().stream().map(Matter.Contract::number).toList();
    Map<String, Object> values = new HashMap<>();
    values.put("organisation", matter.mediation().host().name());
    values.put("date", one.heldOn());
    values.put("visitor", one.recorder());
    values.put("manner", DossierTexts.get("asked." + one.manner()));
    values.put("visited", drawable.apply(one.visited()));
    values.put(
        "agreementNumber",
        numbers.isEmpty() ? matter.mediation().dispute().number() : String.join("、", numbers));
    values.put("performance", DossierTexts.get("performed." + one.performance()));
    values.put("opinion", drawable.apply(one.opinion()));
    String conclusion = one.conclusion();
    values.put(
        "conclusion",
        conclusion == null ? DossierTexts.get("nothing") : drawable.apply(conclusion));
    values.put("signatures", People.named(DossierTexts.get("asker"), one.recorder()));
    String title =
        DossierTexts.get("titled", ItemKind.FOLLOW_UP.title(), drawable.apply(one.visited()));
    return new Paper.Made(ItemKind.FOLLOW_UP, title, one.heldOn(), "follow-up-record", values);
  }
}
