package org.yilian.dossiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a file says of itself: what is missing, what was late. */
class GradingIT extends DossierTests {
  @Test
  void gradesItself() {
    JsonObject open = stage.clerk.get(path()).expect(200).json();
    assertEquals("OPEN", open.getString("grade"));
    JsonObject signed = stage.signed();
    stage.sql(
        "update agreement_signatures set at = timestamptz '2026-06-01 10:00+08' where agreement_id = $1",
        signed.getString("id"));
    stage.clerk.post("/agreements/" + signed.getString("id") + "/seal").expect(200);
    JsonObject state = stage.clerk.get(path()).expect(200).json();
    assertEquals("INCOMPLETE", state.getString("grade"));
    String missing = state.getJsonArray("missing").encode();
    for (String word : List.of("杨䶮：没有核验身份", "没有共同的调解记录", "演示建筑工程有限公司：没有送达")) {
      assertTrue(missing.contains(word), missing);
    }
    assertTrue(state.getJsonArray("late").encode().contains("2026-06-02"));
    talk();
    for (String kind : List.of("NOTICE", "IDENTITY", "SERVICE")) {
      stage
          .clerk
          .post(path() + "/papers", entry(kind, "补充的材料", upload(stage.clerk, png())))
          .expect(201);
    }
    state = stage.clerk.get(path()).expect(200).json();
    assertEquals(new JsonArray(), state.getJsonArray("missing"));
    assertEquals("LATE", state.getString("grade"));
  }

  /** 人民调解法 31: once the last day is past, the file wants to know how it went. */
  @Test
  void holdsWhatBecameOfTheAgreement() throws IOException {
    String id = stage.sealed().getString("id");
    stage.a.get("/agreements/" + id + "/performance").expect(200);
    stage.sql(
        "update agreements set content = replace(content::text, '2027-01-31', '2026-01-31')::jsonb"
            + " where id = $1",
        id);
    String missing = stage.clerk.get(path()).expect(200).json().getJsonArray("missing").encode();
    assertTrue(missing.contains("没有履行凭证") && missing.contains("没有回访记录"), missing);
    stage.sql("update obligations set status = 'CONFIRMED' where agreement_id = $1", id);
    stage.sql(
        """
        insert into follow_ups (dispute_id, n, manner, visited, performance, opinion, held_on,
          recorded_by, recorder, recorded_at)
        values ($1, 1, 'PHONE', '杨䶮', 'WHOLE', '没有意见', '2026-02-10', 'x', '王调解', now())
        """,
        stage.dispute);
    missing = stage.clerk.get(path()).expect(200).json().getJsonArray("missing").encode();
    assertFalse(missing.contains("没有履行凭证") || missing.contains("没有回访记录"), missing);
    String text = String.join("", pages(stage.clerk.get(path() + ".pdf").expect(200).bytes()));
    assertTrue(text.contains("没有意见") && text.contains("全部履行"));
  }
}
