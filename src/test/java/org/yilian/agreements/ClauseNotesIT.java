package org.yilian.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;

/** What staff are told of a draft's clauses and write beside them, and what parties see of it. */
class ClauseNotesIT extends AgreementTests {
  @Test
  void warnsWhereASideNeverHadTheLawyerToItself() {
    stage.said("A", stage.person("li"), "这是中立的法律说明。");
    String findings = stage.begin().getJsonArray("findings").encode();
    assertTrue(findings.contains("lawyer-not-heard"), findings);
    assertFalse(findings.contains("杨䶮"), findings);
  }

  @Test
  void quotesASideOnlyWithItsAuthorsConsent() {
    stage.said("A", stage.partyA, "我最多再等一个月");
    JsonObject agreement = stage.begin();
    JsonObject quote = JsonObject.of("lane", stage.lane("A"), "seq", 1, "clause", 1);
    stage.mediator.post(at(agreement) + "/quotes", quote).expect(409, "author-consent-missing");
    stage.lawyer.post(at(agreement) + "/quotes", quote).expect(404);
    stage.sql(
        """
        insert into relay_consents (lane_id, seq, allow, any_wording, at)
        values ($1, 1, 'VERBATIM', false, now())
        """,
        stage.lane("A"));
    JsonObject quoted = stage.mediator.post(at(agreement) + "/quotes", quote).expect(201).json();
    assertEquals("我最多再等一个月", quoted.getString("text"));
    stage.mediator.post(at(agreement) + "/quotes", quote.copy().put("seq", 7)).expect(404);
  }

  @Test
  void warnsStaffAloneOfClausesThatRepeatASidesPrivateWords() {
    String words = "三月之前把阳台的渗水全部修好为止";
    stage.said("A", stage.partyA, "他得在" + words + "，不然我就去告他");
    JsonObject values = stage.values();
    values
        .getJsonArray("terms")
        .add(JsonObject.of("text", "施工方在" + words + "。", "dueOn", "2027-03-01"));
    JsonObject agreement = stage.begin(values);
    String path = at(agreement);
    JsonObject warned = repeated(agreement);
    assertEquals("WARN", warned.getString("severity"));
    assertEquals("SIGNING", warned.getString("blocks"));
    assertEquals(2, warned.getInteger("clause"));
    assertTrue(stage.lawyer.get(path).text().contains("lane-repeated"));
    stage.mediator.post(path + "/propose").expect(200);
    for (Actor other : List.of(stage.a, stage.b, stage.clerk)) {
      assertFalse(other.get(path).expect(200).text().contains("lane-repeated"));
    }
    stage.sql(
        """
        insert into relay_consents (lane_id, seq, allow, any_wording, at)
        values ($1, 1, 'VERBATIM', false, now())
        """,
        stage.lane("A"));
    assertFalse(stage.mediator.get(path).text().contains("lane-repeated"));
  }

  private static JsonObject repeated(JsonObject agreement) {
    return agreement.getJsonArray("findings").stream()
        .map(JsonObject.class::cast)
        .filter(finding -> "lane-repeated".equals(finding.getString("code")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void letsTheLawyerMarkClausesForStaffAlone() {
    JsonObject agreement = stage.begin();
    String path = at(agreement) + "/clauses/1/marks";
    stage.lawyer.post(path, JsonObject.of("mark", "SUGGEST_CHANGE")).expect(400);
    JsonObject mark = JsonObject.of("mark", "SUGGEST_CHANGE", "reason", "写明账号");
    stage.lawyer.post(path, mark).expect(201);
    stage.mediator.post(path, mark).expect(404);
    stage.lawyer.post(at(agreement) + "/clauses/2/marks", mark).expect(404);
    assertTrue(stage.mediator.get(at(agreement)).text().contains("写明账号"));
    stage.mediator.post(at(agreement) + "/propose").expect(200);
    assertFalse(stage.a.get(at(agreement)).expect(200).text().contains("写明账号"));
  }
}
