package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilian.kernel.Refusal;

/**
 * Five thousand names that hold every ideograph of the basic block and of Extension A, which is
 * level 2 of GB 18030-2022 but for some two hundred beyond them, and names of every later block.
 */
class RareCharactersTest {
  private static final Fonts FONTS = Fonts.load(null);
  private static final int NAMES = 5_000;
  private static final int IN_ONE_DOCUMENT = 500;
  private static final int LONGEST = 6;

  @TempDir static Path folder;

  private static Templates templates;

  @BeforeAll
  static void write() throws IOException {
    Files.writeString(
        folder.resolve("names.fields.json"),
        """
        {"title": "名单", "fields": [{"name": "all", "label": "名单", "kind": "list", "max": 5000,
          "fields": [{"name": "name", "label": "姓名", "kind": "name"}]}]}
        """);
    Files.writeString(
        folder.resolve("names.html"),
        """
        <html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN"><head><title>名单</title>
        <meta name="subject" content="名单"/><style>@page { size: A4; margin: 20mm }
        body { font-family: 'Noto Serif SC' }</style></head>
        <body>{% for one in all %}<p>{{ one.name }}</p>{% endfor %}</body></html>
        """);
    templates = new Templates(folder, FONTS, false);
  }

  @Test
  void everyNameOfLevelTwoIsDrawnAndReadWhole() throws IOException {
    List<String> names = names(ideographs());
    assertEquals(NAMES, names.size());
    List<String> wrong = new ArrayList<>();
    for (int from = 0; from < names.size(); from += IN_ONE_DOCUMENT) {
      wrong.addAll(wrong(names.subList(from, from + IN_ONE_DOCUMENT)));
    }
    assertEquals(List.of(), wrong);
  }

  /** One glyph stands for several characters in the font: 一 for the radical ⼀ as well. */
  @Test
  void charactersThatLookTheSameAreReadAsWhatTheyAre() throws IOException {
    assertEquals(List.of(), wrong(List.of("一二年", "⼀⼆年", "一⼀年", "金⾦人")));
  }

  /** What the verify page holds against the record. */
  @Test
  void aDocumentWithSuchACharacterShowsTheTextThatWasSigned() {
    String name = "年一⼀";
    Rendered done =
        new Typesetter(FONTS, false).set(templates.fill("names", values(List.of("一年", name))));
    assertEquals("一年" + name, VisibleText.of(done.pdf()));
  }

  @Test
  void whatNoFontHasIsRefusedByName() {
    Random random = new Random(18030);
    int refused = 0;
    for (int block : new int[] {0x20000, 0x2A700, 0x2B740, 0x2B820, 0x2CEB0, 0x30000, 0x31350}) {
      for (int i = 0; i < 100; i++) {
        int character = block + random.nextInt(block == 0x20000 ? 0xA6E0 : 0xDE);
        String name = "王" + Character.toString(character);
        if (FONTS.missing(name).isEmpty()) {
          continue;
        }
        Refusal refusal =
            assertThrows(Refusal.class, () -> templates.fill("names", values(List.of(name))));
        assertEquals("all[0].name", refusal.fields().get(0).name());
        assertTrue(refusal.fields().get(0).reason().contains("U+%04X".formatted(character)));
        refused++;
      }
    }
    assertTrue(refused > 500, "refused: " + refused);
  }

  private static int[] ideographs() {
    return IntStream.concat(
            IntStream.concat(
                IntStream.rangeClosed(0x4E00, 0x9FFF), IntStream.rangeClosed(0x3400, 0x4DBF)),
            IntStream.concat(
                    IntStream.rangeClosed(0xF900, 0xFAD9), IntStream.rangeClosed(0x20000, 0x323AF))
                .filter(c -> FONTS.missing(Character.toString(c)).isEmpty()))
        .toArray();
  }

  /** Each character once, as many in one name as it takes. */
  private static List<String> names(int[] characters) {
    List<String> names = new ArrayList<>();
    for (int n = 0; n < NAMES; n++) {
      int from = (int) ((long) characters.length * n / NAMES);
      int to = (int) ((long) characters.length * (n + 1) / NAMES);
      assertTrue(to - from <= LONGEST);
      names.add(new String(characters, from, to - from));
    }
    return names;
  }

  /** Those that were drawn with another glyph, or that the text layer tells as another. */
  private static List<String> wrong(List<String> names) throws IOException {
    Rendered done = new Typesetter(FONTS, false).set(templates.fill("names", values(names)));
    try (PDDocument pdf = Loader.loadPDF(done.pdf())) {
      Reader reader = new Reader();
      Set<String> read = new HashSet<>(reader.getText(pdf).lines().map(String::strip).toList());
      assertFalse(reader.drawn.contains(outline('#')));
      return names.stream()
          .filter(
              name ->
                  !read.contains(name)
                      || name.codePoints().anyMatch(c -> !reader.drawn.contains(outline(c))))
          .toList();
    }
  }

  private static Map<String, Object> values(List<String> names) {
    return Map.of("all", names.stream().map(name -> Map.of("name", name)).toList());
  }

  private static String outline(int character) {
    return Shapes.describe(FONTS.faces().get(0).outline(character));
  }

  /** The text, and beside it the looks of every glyph that is drawn. */
  private static final class Reader extends PDFTextStripper {
    final Set<String> drawn = new HashSet<>();

    Reader() {
      setSortByPosition(true); // a word in another font is drawn after the rest of its line
    }

    @Override
    protected void processTextPosition(TextPosition text) {
      super.processTextPosition(text);
      for (int code : text.getCharacterCodes()) {
        drawn.add(Shapes.of(text.getFont(), code));
      }
    }
  }
}
