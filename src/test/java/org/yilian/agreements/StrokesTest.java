package org.yilian.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

class StrokesTest {
  private static final String CANVAS = "\"canvas\":{\"width\":300,\"height\":150}";

  @Test
  void keepsWhatWasDrawn() {
    Strokes strokes =
        read("{\"strokes\":[[{\"x\":10,\"y\":10.5,\"t\":0},{\"x\":90,\"y\":60,\"t\":30}]]}");
    assertEquals(90, strokes.lines().get(0).get(1).x());
    assertEquals(strokes, Strokes.stored(strokes.toJson()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[[]]",
        "[[],[]]",
        "[[{\"x\":10,\"y\":10,\"t\":0}]]",
        "[[{\"x\":10,\"y\":10,\"t\":0},{\"x\":10,\"y\":10,\"t\":9}]]",
        "[[{\"x\":10,\"y\":10,\"t\":0},{\"x\":11,\"y\":10,\"t\":9}]]",
        "[[{\"x\":10,\"y\":10,\"t\":0},{\"x\":1e300,\"y\":10,\"t\":9}]]",
        "[[{\"x\":\"10\",\"y\":10}]]",
        "[[7]]",
        "[7]",
        "7"
      })
  void refusesWhatIsNoSignature(String strokes) {
    Form form = Form.of(new JsonObject("{\"strokes\":" + strokes + "," + CANVAS + "}"));
    Strokes.read(form);
    Refusal refusal = assertThrows(Refusal.class, form::check);
    assertEquals(400, refusal.status());
    assertTrue(refusal.fields().get(0).name().startsWith("strokes"), refusal.fields()::toString);
  }

  @Test
  void refusesMorePointsThanAHandDraws() {
    JsonArray line = new JsonArray();
    for (int i = 0; i < 20_001; i++) {
      line.add(JsonObject.of("x", i % 300, "y", i % 150, "t", i));
    }
    Form form = Form.of(JsonObject.of("strokes", JsonArray.of(line)));
    Strokes.read(form);
    assertThrows(Refusal.class, form::check);
  }

  @Test
  void isDrawnByUs() throws IOException {
    Strokes strokes =
        read(
            "{\"strokes\":[[{\"x\":0,\"y\":75,\"t\":0},{\"x\":300,\"y\":75,\"t\":30}]],"
                + CANVAS
                + "}");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(strokes.drawing().png()));
    assertEquals(0xFF000000, image.getRGB(image.getWidth() / 2, image.getHeight() / 2));
    assertEquals(0xFFFFFFFF, image.getRGB(image.getWidth() / 2, 0));
  }

  private static Strokes read(String json) {
    Form form = Form.of(new JsonObject(json));
    Strokes strokes = Strokes.read(form);
    form.check();
    assertNotNull(strokes);
    return strokes;
  }
}
