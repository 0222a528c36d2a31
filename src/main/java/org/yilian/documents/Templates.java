package org.yilian.documents;

import io.pebbletemplates.pebble.PebbleEngine;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;

/** The templates of the house, and the filling of them. */
final class Templates {
  static final List<String> SHIPPED =
      List.of(
          "people-mediation-agreement",
          "mediation-certificate",
          "confirmation-application",
          "address-for-service");

  private final Map<String, Template> templates = new LinkedHashMap<>();
  private final Fonts fonts;
  private final boolean demo;
  private final PebbleEngine engine;

  /**
   * @param folder templates of the operator that stand before ours, or null
   */
  Templates(Path folder, Fonts fonts, boolean demo) {
    this.demo = demo;
    TemplateFolder files = new TemplateFolder(folder);
    this.fonts = fonts;
    this.engine =
        new PebbleEngine.Builder()
            .loader(files)
            .autoEscaping(true)
            .strictVariables(true)
            .extension(new TemplateWords())
            .build();
    SHIPPED.forEach(name -> templates.put(name, read(files, name)));
  }

  Template named(String name) {
    Template template = templates.get(name);
    if (template == null) {
      throw new IllegalArgumentException("no template " + name);
    }
    return template;
  }

  /**
   * The document as XHTML, every character of it one that the fonts can draw.
   *
   * @throws org.yilian.kernel.Refusal 400 naming every fault of the values
   */
  Document fill(String name, Map<String, ?> values) {
    ValueCheck check = new ValueCheck(fonts);
    Map<String, Object> known = new LinkedHashMap<>(check.check(named(name).fields(), values));
    known.put("documentTitle", named(name).title());
    known.put("demo", demo);
    Document filled = Xhtml.parse(evaluate(name + ".html", known));
    NoGlyph.refuse(name, fonts.missing(Xhtml.text(filled)));
    RareNames.set(filled, check.names(), fonts);
    return filled;
  }

  private String evaluate(String file, Map<String, Object> values) {
    StringWriter filled = new StringWriter();
    try {
      engine.getTemplate(file).evaluate(filled, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return filled.toString();
  }

  private static Template read(TemplateFolder files, String name) {
    try (InputStream in = files.open(name + ".fields.json")) {
      return Template.of(name, new JsonObject(Buffer.buffer(in.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
