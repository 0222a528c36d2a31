package org.yilian.dossiers;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.client.Actor;

/** The sealed part of a file. */
class SealedPartIT extends DossierTests {
  @Test
  void theSealedPartIsForTheMediatorOneSideAtATime() throws IOException {
    talk();
    String record = "/rooms/" + stage.room + "/sides/A/record.pdf";
    String text = String.join("\n", pages(stage.mediator.get(record).expect(200).bytes()));
    assertTrue(text.contains(SECRET_A));
    assertFalse(text.contains(SECRET_B));
    for (Actor outsider :
        List.of(stage.a, stage.b, stage.clerk, stage.lawyer, Stage.staff(server, "chen"))) {
      outsider.get(record).expect(404);
    }
    stage.mediator.get("/rooms/" + stage.room + "/sides/C/record.pdf").expect(404);
    Stage silent = Stage.leak(server);
    silent
        .mediator
        .get("/rooms/" + silent.room + "/sides/A/record.pdf")
        .expect(409, "nothing-said");
  }
}
