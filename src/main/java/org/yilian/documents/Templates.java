package org.yilian.documents;

import io.pebbletemplates.pebble.PebbleEngine;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.yilian.kernel.Refusal;

/**
 * The templates of the house, and the filling of them. Each is read, compiled and filled with its
 * sample once; one that is broken stops itself alone.
 */
final class Templates {
  private static final Logger LOG = LoggerFactory.getLogger(Templates.class);

  static final List<String> SHIPPED = new TemplateShelf(new TemplateFolder(null)).index();

  private final Map<String, Template> templates = new LinkedHashMap<>();
  private final Map<String, String> broken = new ConcurrentHashMap<>();
  private final TemplateShelf shelf;
  private final Fonts fonts;
  private final boolean demo;
  private final PebbleEngine engine;

  /**
   * As {@link #read}, and tried.
   *
   * @param folder templates of the operator that stand before ours, and further ones, or null
   */
  Templates(Path folder, Fonts fonts, boolean demo) {
    this(new TemplateFolder(folder), fonts, demo);
    trySamples();
  }

  private Templates(TemplateFolder files, Fonts fonts, boolean demo) {
    this.demo = demo;
    this.shelf = new TemplateShelf(files);
    this.fonts = fonts;
    this.engine =
        new PebbleEngine.Builder()
            .loader(files)
            .autoEscaping(true)
            .strictVariables(true)
            .extension(new TemplateWords())
            .build();
    List<String> names = new ArrayList<>(SHIPPED);
    files.added().stream().filter(name -> !SHIPPED.contains(name)).forEach(names::add);
    names.forEach(this::read);
  }

  /**
   * Read and not yet tried: what is broken in the text of one, and not in its fields, shows when it
   * is filled, or by {@link #trySamples}.
   */
  static Templates read(Path folder, Fonts fonts, boolean demo) {
    return new Templates(new TemplateFolder(folder), fonts, demo);
  }

  private void read(String name) {
    try {
      templates.put(name, shelf.template(name));
    } catch (RuntimeException fault) {
      stop(name, fault);
    }
  }

  /** Fills each with its sample, which takes a second of a cold start. */
  void trySamples() {
    templates.keySet().forEach(this::trySample);
  }

  private void trySample(String name) {
    try {
      engine.getTemplate(name + ".html");
      sample(name).ifPresent(json -> fill(name, values(name, json)));
    } catch (RuntimeException fault) {
      stop(name, fault);
    }
  }

  private void stop(String name, RuntimeException fault) {
    broken.put(name, TemplateShelf.reason(fault));
    LOG.error("template not usable name={} reason={}", name, broken.get(name));
  }

  /**
   * A template by its name.
   *
   * @throws Refusal 409 {@code template-broken} saying where it is broken, 404 where there is none
   */
  Template named(String name) {
    if (broken.containsKey(name)) {
      throw Refusal.conflict("template-broken", "模板有错误，暂时不能使用：" + broken.get(name));
    }
    Template template = templates.get(name);
    if (template == null) {
      throw Refusal.notFound();
    }
    return template;
  }

  List<Template> all() {
    return templates.values().stream()
        .filter(template -> !broken.containsKey(template.name()))
        .toList();
  }

  /** Names of those that cannot be used, each with the reason. */
  Map<String, String> broken() {
    return Map.copyOf(broken);
  }

  Optional<JsonObject> sample(String name) {
    return shelf.sample(name);
  }

  /** Values that came as JSON, in the types of the template's fields. */
  Map<String, Object> values(String name, JsonObject json) {
    return TemplateSample.read(named(name).fields(), json);
  }

  /**
   * The document as XHTML, every character of it one that the fonts can draw.
   *
   * @throws Refusal 400 naming every fault of the values
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
}
