package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TypesettingTest {
  static final List<String> TEMPLATES = Templates.SHIPPED;
  private static final Fonts FONTS = Fonts.load(null);

  private final Templates templates = new Templates(null, FONTS, false);
  private final Typesetter typesetter = new Typesetter(FONTS, false);

  @ParameterizedTest
  @FieldSource("TEMPLATES")
  void showsTheNamesThatItWasGiven(String template) throws IOException {
    Map<String, Object> values = Samples.of(templates, template);
    Rendered done = typesetter.set(templates.fill(template, values));
    assertTrue(done.pages() <= 2, "pages: " + done.pages());
    ValueCheck check = new ValueCheck(FONTS);
    check.check(templates.named(template).fields(), values);
    String shown = text(done);
    check.names().stream()
        .filter(name -> !name.equals(Samples.ORGANISATION)) // some have it in their metadata alone
        .forEach(name -> assertTrue(shown.contains(name), name));
    assertEquals(
        Samples.SEALED.contains(template), keepsAPlace(done), "outside judges see it sealed");
  }

  private static boolean keepsAPlace(Rendered done) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(done.pdf())) {
      return pdf.getDocumentCatalog().getAcroForm() != null;
    }
  }

  @Test
  void showsEveryLineThatIsSigned() throws IOException {
    String shown = text(agreement());
    for (String line : Samples.TEXT.split("\n")) {
      assertTrue(shown.contains(line.replaceAll("\\s", "")), line);
    }
  }

  /** The text layer can be right while the page shows another glyph: so look at the glyphs. */
  @Test
  void drawsRareNamesAndAmountsWithTheirOwnGlyphs() throws IOException {
    Set<String> drawn = new TreeSet<>();
    try (PDDocument pdf = Loader.loadPDF(agreement().pdf())) {
      new Glyphs(drawn).getText(pdf);
    }
    for (String character : List.of("䶮", "𠅤", "㛃", "￥", "陆", "—", "1")) {
      if (Samples.TEXT.contains(character)) {
        assertTrue(drawn.contains(outline(character)), character);
      }
    }
    assertFalse(drawn.contains(outline("#")));
  }

  @Test
  void fetchesNothingThatATemplateNames(@TempDir Path folder) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.close();
        });
    server.start();
    try {
      String outside = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      Files.writeString(folder.resolve("address-for-service.html"), hostile(outside, folder));
      Files.writeString(folder.resolve("secret.css"), "p { page-break-before: always }");
      Templates hostile = new Templates(folder, FONTS, false);
      Rendered done = typesetter.set(hostile.fill("address-for-service", Samples.address()));
      assertEquals(1, done.pages());
      assertEquals(0, asked.get());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void saysOnEveryPageThatItIsADemonstration() throws IOException {
    Rendered plain = agreement();
    Rendered demo =
        new Typesetter(FONTS, true)
            .set(templates.fill("people-mediation-agreement", Samples.agreement()));
    assertEquals(Set.of(0), Set.copyOf(formsPerPage(plain)));
    assertEquals(List.of(1, 1), formsPerPage(demo));
  }

  @Test
  void drawsEveryPageAsAPicture() {
    List<byte[]> pictures = PagePictures.of(agreement().pdf());
    assertEquals(2, pictures.size());
    assertTrue(pictures.stream().allMatch(Png::acceptable));
  }

  private Rendered agreement() {
    return typesetter.set(templates.fill("people-mediation-agreement", Samples.agreement()));
  }

  private static String hostile(String outside, Path folder) {
    return """
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>
        <link rel="stylesheet" href="%1$sstyle.css"/>
        <link rel="stylesheet" href="%2$ssecret.css"/>
        <style>@import url('%1$simport.css'); body { background: url('%1$sback.png') }
        @font-face { font-family: x; src: url('%1$sfont.ttf') } p { font-family: x }</style></head>
        <body><p>一</p><p>二</p><img alt="x" src="%1$simage.png"/><img alt="y" src="%2$sx.png"/>
        <object data="%1$sobject.svg" type="image/svg+xml"></object></body></html>
        """
        .formatted(outside, folder.toUri());
  }

  private static List<Integer> formsPerPage(Rendered done) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(done.pdf())) {
      List<Integer> forms = new java.util.ArrayList<>();
      for (var page : pdf.getPages()) {
        int count = 0;
        for (var name : page.getResources().getXObjectNames()) {
          count += page.getResources().isImageXObject(name) ? 0 : 1;
        }
        forms.add(count);
      }
      return forms;
    }
  }

  private static String text(Rendered done) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(done.pdf())) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
    }
  }

  /** What a glyph looks like, rounded, from the font as it was installed. */
  private static String outline(String character) {
    return Shapes.describe(FONTS.faces().get(0).outline(character.codePointAt(0)));
  }

  /** Gathers the looks of the glyphs that a document's own embedded fonts draw. */
  private static final class Glyphs extends PDFTextStripper {
    private final Set<String> drawn;

    Glyphs(Set<String> drawn) {
      this.drawn = drawn;
    }

    @Override
    protected void processTextPosition(TextPosition text) {
      for (int code : text.getCharacterCodes()) {
        drawn.add(Shapes.of(text.getFont(), code));
      }
    }
  }
}
