package org.yilian.dossiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Voice;

/** What was said aloud in a record, and who says that the record is right. */
class SpokenRecordsIT extends DossierTests {
  private static final String MACHINE = "机器听成这样没有人核对过";
  private static final String HUMAN = "我同意先修好再谈钱";

  private String record(String kind) {
    return "/rooms/" + stage.room + "/records/" + kind;
  }

  /** A voice of all, of whose two lines one is checked, and one of a side alone. */
  private String talkAloud() {
    talk();
    for (String party : new String[] {stage.partyA, stage.partyB}) {
      stage.sql(
          "insert into grants (member_id, lane_id, from_seq, may_say) values ($1, $2, 0, true)",
          stage.member(party),
          stage.lane("JOINT"));
    }
    Voice voice = new Voice(stage.a, "/rooms/" + stage.room + "/lanes/" + stage.lane("JOINT"));
    String id = voice.record(Voice.tone(1_500));
    voice.say(id);
    stage.sql("update transcripts set status = 'WRITTEN', version = 1 where recording_id = $1", id);
    stage.sql(
        """
        insert into transcript_lines (recording_id, n, text, source)
        values ($1, 1, $2, 'MACHINE'), ($1, 2, '机器听对的一行', 'MACHINE')
        """,
        id,
        MACHINE);
    JsonObject right = JsonObject.of("n", 2, "text", "机器听对的一行");
    JsonArray lines = JsonArray.of(right, JsonObject.of("text", HUMAN));
    voice.check(id, 1, JsonObject.of("lines", lines)).expect(200);
    return id;
  }

  @Test
  void whatAMachineWroteIsInNoDocumentUntilItIsChecked() throws IOException {
    String id = talkAloud();
    stage.sealed();
    String text = text(stage.clerk.get(path() + ".pdf").expect(200).bytes());
    assertFalse(text.contains(MACHINE), text);
    assertTrue(text.contains(HUMAN), text);
    assertTrue(text.contains("〔语音，机器转写，杨䶮核对〕"), text);
    assertTrue(text.contains("〔语音，人工录入，杨䶮核对〕"), text);
    assertTrue(text.contains("一段语音，约1秒"), text);
    Voice voice = new Voice(stage.a, "/rooms/" + stage.room + "/lanes/" + stage.lane("JOINT"));
    JsonObject first = JsonObject.of("n", 1, "text", "人听清了的第一行");
    voice.check(id, 2, JsonObject.of("lines", JsonArray.of(first))).expect(200);
    text = text(stage.clerk.get(path() + ".pdf").expect(200).bytes());
    assertTrue(text.contains("人听清了的第一行") && !text.contains("一段语音"), text);
  }

  private static String text(byte[] pdf) throws IOException {
    return String.join("\n", pages(pdf)).replaceAll("\\s", "");
  }

  @Test
  void eachSideReadsAndConfirmsWhatItMayKnow() throws IOException {
    talkAloud();
    JsonObject common = stage.a.get(record("common")).expect(200).json();
    assertTrue(common.encode().contains(JOINT) && common.encode().contains(HUMAN));
    assertFalse(common.encode().contains("转述甲方的话"), "passed on to the other side");
    assertFalse(common.encode().contains(SECRET_A) || common.encode().contains(MACHINE));
    assertTrue(stage.b.get(record("common")).expect(200).text().contains("转述甲方的话"));
    confirm(stage.b, "common", common.getString("hash")).expect(409, "record-changed");
    confirm(stage.a, "common", "sha256:x").expect(400);
    String report = stage.a.get("/rooms/" + stage.room + "/sides/A/report").expect(200).text();
    assertTrue(report.contains(HUMAN) && report.contains("语音，人工录入，杨䶮核对"), report);
    assertFalse(
        report.contains(MACHINE), "of a machine's line that nobody checked there is no word");
    confirm(stage.a, "common", common.getString("hash")).expect(201);
    JsonObject again = confirm(stage.a, "common", common.getString("hash")).expect(201).json();
    assertEquals(1, again.getJsonArray("confirmations").size());
    assertFalse(stage.b.get(record("common")).text().contains("\"confirmations\":[{"));
    stage.sealed();
    String text = text(stage.clerk.get(path() + ".pdf").expect(200).bytes());
    assertTrue(text.contains("在线阅读后确认"), text);
    stage.said("JOINT", stage.partyB, "后来又说了一句");
    JsonObject now = stage.a.get(record("common")).expect(200).json();
    assertFalse(now.getJsonArray("confirmations").getJsonObject(0).getBoolean("stands"));
    text = text(stage.clerk.get(path() + ".pdf").expect(200).bytes());
    assertFalse(text.contains("在线阅读后确认"), text);
  }

  @Test
  void theTalkWithOneSideIsItsOwnRecord() throws IOException {
    talk();
    JsonObject talk = stage.a.get(record("talk")).expect(200).json();
    assertTrue(talk.encode().contains(SECRET_A) && !talk.encode().contains(SECRET_B));
    confirm(stage.a, "talk", talk.getString("hash")).expect(201);
    String sealed =
        text(
            stage.mediator.get("/rooms/" + stage.room + "/sides/A/record.pdf").expect(200).bytes());
    assertTrue(sealed.contains("在线阅读后确认"), sealed);
    String other = stage.mediator.get(record("talk") + "?side=B").expect(200).text();
    assertTrue(other.contains(SECRET_B));
    stage.mediator.get(record("talk")).expect(404);
    for (Actor outsider : List.of(stage.lawyer, stage.clerk, Stage.staff(server, "chen"))) {
      outsider.get(record("talk") + "?side=A").expect(404);
      outsider.get(record("common") + "?side=A").expect(404);
      confirm(outsider, "common", talk.getString("hash")).expect(404);
    }
    confirm(stage.mediator, "talk", talk.getString("hash")).expect(404);
    stage.a.get(record("other")).expect(404);
    assertTrue(!stage.b.get(record("talk") + "?side=A").expect(200).text().contains(SECRET_A));
  }

  private Answer confirm(Actor who, String kind, String hash) {
    return who.post(record(kind) + "/confirmations", JsonObject.of("hash", hash));
  }
}
