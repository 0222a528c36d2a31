package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilian.kernel.Refusal;

/** Templates of the house and of an operator. */
class TemplatesTest {
  private static final Fonts FONTS = Fonts.load(null);
  private static final String FIELDS =
      "{\"title\": \"便条\", \"fields\": [{\"name\": \"to\", \"label\": \"给谁\", \"kind\": \"name\"}]}";

  @TempDir Path folder;

  @Test
  void allThatShipAreUsableWithTheirSamples() {
    Templates templates = new Templates(null, FONTS, true);
    assertEquals(Map.of(), templates.broken());
    assertEquals(Templates.SHIPPED, templates.all().stream().map(Template::name).toList());
    for (String name : Templates.SHIPPED) {
      assertTrue(templates.sample(name).isPresent(), name + " has no sample");
    }
  }

  /** A box that is ticked before anybody has decided is no consent. */
  @Test
  void noConsentIsTickedBeforehand() {
    Templates templates = new Templates(null, FONTS, true);
    JsonObject sample = templates.sample("online-mediation-consent").orElseThrow();
    sample.getJsonArray("items").forEach(item -> ((JsonObject) item).remove("answer"));
    Map<String, Object> values = templates.values("online-mediation-consent", sample);
    String text = Xhtml.text(templates.fill("online-mediation-consent", values));
    assertEquals(3, text.split("□同意", -1).length - 1);
    assertFalse(text.contains("☑") || text.contains("■"));
  }

  @Test
  void anOperatorAddsATemplateByPuttingItThere() throws IOException {
    put("note.fields.json", FIELDS);
    put("note.html", "<html><head><title>t</title></head><body><p>给{{ to }}</p></body></html>");
    Templates templates = new Templates(folder, FONTS, false);
    assertEquals("便条", templates.named("note").title());
    assertTrue(Xhtml.text(templates.fill("note", Map.of("to", "杨䶮"))).contains("给杨䶮"));
  }

  @Test
  void aBrokenTemplateStopsItselfAloneAndSaysWhere() throws IOException {
    put("note.fields.json", FIELDS);
    put("note.html", "<html>\n<body>\n{% if to %}\n</body></html>");
    put("bad.fields.json", "{\"title\": \"坏\", \"fields\": [");
    put("bad.html", "<html/>");
    put("odd.fields.json", FIELDS);
    put("odd.html", "<html><body>{{ nobody }}</body></html>");
    put("odd.sample.json", "{\"to\": \"谁\"}");
    put("wrong.fields.json", FIELDS);
    put("wrong.html", "<html><body>{{ to }}</body></html>");
    put("wrong.sample.json", "{\"too\": \"谁\"}");
    Templates templates = new Templates(folder, FONTS, false);
    assertTrue(
        templates.broken().get("note").contains("note.html line"), templates.broken()::toString);
    assertTrue(templates.broken().get("bad").contains("bad.fields.json"));
    assertTrue(templates.broken().get("odd").contains("nobody"));
    assertTrue(templates.broken().get("wrong").contains("too"));
    assertEquals(
        "template-broken", assertThrows(Refusal.class, () -> templates.named("note")).code());
    assertEquals(Templates.SHIPPED.size(), templates.all().size(), "the others go on");
  }

  /** Nothing of a template reaches outside, whoever wrote it. */
  @Test
  void scriptsEntitiesAndForeignAddressesDoNothing() throws IOException {
    put("bomb.fields.json", FIELDS);
    put(
        "bomb.html",
        "<!DOCTYPE html [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><html><body>&b;</body></html>");
    put("bomb.sample.json", "{\"to\": \"谁\"}");
    Templates templates = new Templates(folder, FONTS, false);
    assertEquals(List.of("bomb"), List.copyOf(templates.broken().keySet()));
  }

  private void put(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
