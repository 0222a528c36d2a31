package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class RareNamesTest {
  private static final Face WHOLE = Fonts.load(null).faces().get(0);

  @Test
  void aNameWithARareCharacterIsSetWhollyInTheFontThatHasIt() throws IOException {
    Fonts fonts = new Fonts(List.of(holding("王明是人", "Plain"), WHOLE));
    Document document = Xhtml.parse("<body><p>王䶮是王明，王䶮、王㛃是人</p></body>");
    RareNames.set(document, List.of("王䶮", "王㛃", "王明"), fonts);
    NodeList spans = document.getElementsByTagName("span");
    assertEquals(3, spans.getLength());
    for (int i = 0; i < spans.getLength(); i++) {
      assertEquals(i < 2 ? "王䶮" : "王㛃", spans.item(i).getTextContent());
      assertEquals(
          "font-family: 'Noto Serif SC', 'Plain'", ((Element) spans.item(i)).getAttribute("style"));
    }
    assertEquals("王䶮是王明，王䶮、王㛃是人", Xhtml.text(document));
  }

  /** A font with these characters and no others. */
  private static Face holding(String characters, String family) throws IOException {
    TTFSubsetter subset = new TTFSubsetter(WHOLE.font());
    characters.codePoints().forEach(subset::add);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    subset.writeToStream(out);
    return Face.parse(family, 400, out.toByteArray());
  }
}
