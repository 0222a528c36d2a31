package org.yilian.dossiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.client.Actor;

/** Who puts papers into a file, and who gets nothing of it. */
class DossierPapersIT extends DossierTests {
  @Test
  void aPaperIsPutInAndTakenOutByTheClerkAlone() {
    String file = upload(stage.clerk, png());
    String id =
        stage.clerk.post(path() + "/papers", entry("EVIDENCE", "现场照片", file)).expect(201).id();
    assertTrue(stage.clerk.get(path()).json().encode().contains(id));
    stage.clerk.get("/files/" + file).expect(200);
    Actor other = Stage.staff(server, "luo");
    other.get("/files/" + file).expect(404);
    stage.mediator.get("/files/" + file).expect(404);
    other.delete(path() + "/papers/" + id).expect(404);
    stage.clerk.delete(path() + "/papers/" + id).expect(204);
    stage.clerk.delete(path() + "/papers/" + id).expect(404);
    assertFalse(stage.clerk.get(path()).json().encode().contains(id));
    JsonObject wrong = JsonObject.of("kind", "AGREEMENT", "title", "", "fileId", "x");
    assertEquals(
        List.of("kind", "title"), stage.clerk.post(path() + "/papers", wrong).expect(400).fields());
    stage
        .clerk
        .post(path() + "/papers", entry("EVIDENCE", "别人的", upload(other, png())))
        .expect(400);
  }

  @Test
  void whatIsTooMuchToBindCanBeTakenOutAgain() {
    String file = upload(stage.clerk, png());
    String id =
        stage.clerk.post(path() + "/papers", entry("EVIDENCE", "扫描件", file)).expect(201).id();
    stage.sql("update files set size = 70000000 where id = $1", file);
    stage.clerk.get(path() + ".pdf").expect(413, "dossier-too-large");
    stage.clerk.get(path() + ".zip?for=court").expect(413, "dossier-too-large");
    assertTrue(stage.clerk.get(path()).expect(200).json().encode().contains(id));
    stage.clerk.delete(path() + "/papers/" + id).expect(204);
    stage.clerk.get(path() + ".pdf").expect(200);
  }

  @Test
  void whoIsNotTheHostsClerkGetsNothing() {
    talk();
    stage.sealed();
    JsonObject paper = entry("EVIDENCE", "照片", "x");
    for (Actor outsider :
        List.of(
            Stage.staff(server, "luo"),
            Stage.staff(server, "tang"),
            stage.a,
            stage.b,
            stage.mediator,
            stage.lawyer,
            Stage.staff(server, "zhou"))) {
      outsider.get(path()).expect(404);
      outsider.get(path() + ".pdf").expect(404);
      outsider.get(path() + ".zip").expect(404);
      outsider.get(path() + ".zip?for=court").expect(404);
      outsider.post(path() + "/papers", paper).expect(404);
    }
    Actor.stranger(server.port()).get(path()).expect(401);
  }
}
