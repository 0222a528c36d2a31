package org.yilian.documents;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the documents of the house from templates and values. It knows no feature: what a document
 * says comes in as plain values, and where it is stored is the caller's affair. Every method
 * answers on the caller's Vert.x context and fails with 503 {@code try-again} when too much is in
 * the making.
 */
public final class Documents implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

  private final Fonts fonts;
  private final Templates templates;
  private final Typesetter typesetter;
  private final SealPress press;
  private final Workshop workshop;
  private final StrangersPages strangers;
  private final Clock clock;
  private final boolean demo;

  /**
   * How documents are made here.
   *
   * @param demo whether every page bears 演示 · 无法律效力
   * @param templates a folder whose files stand before ours, or null
   * @param fonts a folder of further TrueType fonts, or null
   * @param workers how many documents are made at once
   * @param places how many more may wait
   */
  public record Settings(boolean demo, Path templates, Path fonts, int workers, int places) {
    public Settings {
      if (workers < 1 || places < 1) {
        throw new IllegalArgumentException("a workshop needs a worker and a place");
      }
    }

    /** Two workers and a hundred places, with what ships in the program. */
    public static Settings plain(boolean demo) {
      return new Settings(demo, null, null, 2, 100);
    }
  }

  private Documents(Vertx vertx, Settings settings, SealHelp help, Clock clock) {
    this.clock = clock;
    demo = settings.demo();
    fonts = Fonts.load(settings.fonts());
    templates = Templates.read(settings.templates(), fonts, settings.demo());
    typesetter = new Typesetter(fonts, settings.demo());
    workshop = new Workshop(vertx, settings.workers(), settings.places());
    press = new SealPress(workshop, new Sealer(fonts.bold(), clock), help);
    strangers = new StrangersPages(vertx);
    workshop
        .make(Executors.callable(templates::trySamples))
        .onFailure(failure -> LOG.error("templates were not tried", failure));
  }

  /**
   * Parses the fonts and reads the templates, which takes half a second: call it before serving.
   * Templates are tried with their samples after that, in the background.
   *
   * @throws java.io.UncheckedIOException if a font or a template cannot be read
   */
  public static Documents open(Vertx vertx, Settings settings, Clock clock) {
    return open(vertx, settings, SealHelp.NONE, clock);
  }

  /** Reads the shipped fonts, which a JVM does once: for a start that has time for it early. */
  public static void readFonts() {
    Fonts.load(null);
  }

  /**
   * As {@link #open(Vertx, Settings, Clock)}.
   *
   * @param help what others do for a seal
   */
  public static Documents open(Vertx vertx, Settings settings, SealHelp help, Clock clock) {
    return new Documents(
        Objects.requireNonNull(vertx), settings, help, Objects.requireNonNull(clock));
  }

  /** What a template is to be filled with, for forms. */
  public Template template(String name) {
    return templates.named(name);
  }

  /** The title of a template; its name where it can no longer be used. */
  public String title(String name) {
    return templates.all().stream()
        .filter(template -> template.name().equals(name))
        .map(Template::title)
        .findFirst()
        .orElse(name);
  }

  /** Every template that can be used. */
  public List<Template> templates() {
    return templates.all();
  }

  /** Those that cannot, each with the reason. */
  public Map<String, String> brokenTemplates() {
    return templates.broken();
  }

  /** Values to try a template with. */
  public Optional<JsonObject> sample(String template) {
    return templates.sample(templates.named(template).name());
  }

  /** As {@link #render}, with values as JSON writes them. */
  public Future<Rendered> preview(String template, JsonObject values) {
    return workshop.make(
        () -> typesetter.set(templates.fill(template, templates.values(template, values))));
  }

  /**
   * Fills a template and sets it as PDF/A-2a.
   *
   * @param template such as {@code people-mediation-agreement}
   * @param values by the names in the template's {@code .fields.json}: {@code String}, {@code
   *     LocalDate}, {@code Instant}, {@code Boolean}, {@code byte[]} of a PNG, or a {@code List} of
   *     such maps
   * @return failed with 400 {@code invalid-fields} naming every fault at once, a character that no
   *     font has among them
   */
  public Future<Rendered> render(String template, Map<String, ?> values) {
    return workshop.make(() -> typesetter.set(templates.fill(template, values)));
  }

  /**
   * The words of a document that are signed, as the template says them: the text of its element
   * with the id {@code signed}, one line for each paragraph, LF between. Hash this, and give the
   * hash as {@code textHash} when rendering.
   */
  public Future<String> wording(String template, Map<String, ?> values) {
    return workshop.make(() -> Wording.of(templates.fill(template, values)));
  }

  /** Every page of one of our own documents as a PNG about 1,000 pixels wide. */
  public Future<List<byte[]>> pictures(byte[] pdf) {
    return workshop.make(() -> PagePictures.of(pdf));
  }

  /** The words of one of our own documents, in the order in which a screen reader meets them. */
  public Future<List<TextBlock>> words(byte[] pdf) {
    return workshop.make(() -> TaggedText.of(pdf));
  }

  /** How many pages one of our own documents has. */
  public Future<Integer> pages(byte[] pdf) {
    return workshop.make(() -> Binder.pages(pdf));
  }

  /** A fresh authority for a new installation; keep its {@link SealAuthority#toPkcs12} well. */
  public Future<SealAuthority> createAuthority(Suite suite) {
    return workshop.make(() -> SealAuthority.create(suite, clock));
  }

  /** A fresh key for an organisation; its full name stands on every seal made with it. */
  public Future<SealKey> issueKey(SealAuthority authority, String organisation) {
    return workshop.make(() -> authority.issue(organisation, clock));
  }

  /**
   * Seals a rendered document in the place that its template keeps for the seal. In a demonstration
   * the seal itself says so.
   *
   * @param kind the template's name
   * @param number the document's number
   * @return failed with {@link IllegalArgumentException} when the document has no such place, or is
   *     sealed already; with 503 {@code timestamp-away} or {@code timestamp-refused} when another's
   *     clock is asked and says nothing that counts
   */
  public Future<Sealed> seal(
      Rendered document, SealAuthority authority, SealKey key, String kind, String number) {
    return press.seal(document, authority, key, new SealNote(kind, number, demo));
  }

  /**
   * Sets a further archive over one whose clock's certificate will end; what is there stays, byte
   * for byte.
   *
   * @param archived with all certificates of others that may be in it
   * @return failed with {@link IllegalArgumentException} when it has no archive that holds under
   *     this authority; else as {@link #seal}, and with 503 {@code revocation-away} or 409 {@code
   *     certificate-revoked}
   */
  public Future<Sealed> renew(Sealed archived, SealAuthority authority) {
    return press.renew(archived, authority);
  }

  /** A verdict on any bytes; see {@link DocumentVerifier}. */
  public Future<Verification> verify(byte[] file, Trust trust) {
    DocumentVerifier verifier = new DocumentVerifier(trust);
    return workshop.make(() -> verifier.verify(file));
  }

  /**
   * Whether a text stands on the pages of one of our own documents, word for word and in one piece;
   * spaces and line ends do not count.
   */
  public Future<Boolean> shows(byte[] pdf, String text) {
    return workshop.make(() -> VisibleText.of(pdf).contains(VisibleText.withoutSpaces(text)));
  }

  /**
   * Binds documents of our own into one, PDF/A-2b, with running page numbers.
   *
   * @param title of the whole
   */
  public Future<Rendered> bind(String title, List<Sheet> sheets) {
    return workshop.make(() -> new Binder(fonts.faces().get(0)).bind(title, sheets));
  }

  /** A scan on a page of its own; empty where it is no picture that can be set. */
  public Future<Optional<Rendered>> picture(byte[] scan) {
    return workshop.make(() -> PictureSheet.of(List.of(scan)));
  }

  /**
   * The pages of a PDF that is none of ours, drawn in a process of its own; empty where they cannot
   * be drawn as they were meant. Takes a second and more.
   */
  public Future<Optional<List<StrangersPage>>> strangersPages(byte[] pdf) {
    return strangers.of(pdf);
  }

  /** The same as a document of ours whose pages are pictures. */
  public Future<Optional<Rendered>> strangersPdf(byte[] pdf) {
    return strangers
        .of(pdf)
        .compose(
            pages ->
                pages.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : workshop.make(() -> PictureSheet.of(jpegs(pages.get()))));
  }

  private static List<byte[]> jpegs(List<StrangersPage> pages) {
    return pages.stream().map(StrangersPage::jpeg).toList();
  }

  /**
   * A text that the fonts can draw, for what people wrote where a face that laughs must not stop a
   * paper: the first twenty characters that no font has are told by number, as 〔U+1F600〕, and each
   * further one as 〓, so that it grows by no more than 180 characters.
   */
  public String drawable(String text) {
    return NoGlyph.told(text, fonts.missing(text));
  }

  /** The same of every text among the values of a document, in lists and parts as well. */
  public Map<String, Object> drawable(Map<String, ?> values) {
    return new DrawableValues(this::drawable).of(values);
  }

  /** How much is in the making, and how long it takes. */
  public WorkshopLoad load() {
    return workshop.load();
  }

  @Override
  public void close() {
    workshop.close();
  }
}
