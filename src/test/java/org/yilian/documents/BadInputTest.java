package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilian.kernel.Refusal;

/** What hostile or broken input costs: an error that names it, and little memory. */
class BadInputTest {
  private static final Fonts FONTS = Fonts.load(null);
  private static final long BOUND = 128L << 20;
  private static final String AGREEMENT = "people-mediation-agreement";
  private static final byte[] INK =
      new InkDrawing(List.of(List.of(new InkDrawing.Point(0, 0), new InkDrawing.Point(90, 40))))
          .png();

  private final Templates templates = new Templates(null, FONTS, false);

  @Test
  void aValueOfAMillionCharactersIsRefusedByName() {
    Map<String, Object> values = Samples.agreement();
    values.put("number", "字".repeat(1_000_000));
    Refusal refusal =
        within(() -> assertThrows(Refusal.class, () -> templates.fill(AGREEMENT, values)));
    assertEquals("number", refusal.fields().get(0).name());
  }

  @Test
  void aPictureThatClaimsFortyThousandPixelsIsRefusedByName() {
    Map<String, Object> values = Samples.agreement();
    Map<String, Object> signature = Map.of("role", "申请人", "name", "杨", "picture", claiming(40_000));
    values.put("signatures", List.of(signature));
    Refusal refusal =
        within(() -> assertThrows(Refusal.class, () -> templates.fill(AGREEMENT, values)));
    assertEquals("signatures[0].picture", refusal.fields().get(0).name());
    assertTrue(PictureSheet.of(List.of(claiming(40_000))).isEmpty(), "nor is it bound into a file");
  }

  /** The head says so with a right checksum, and no such rows follow. */
  private static byte[] claiming(int pixels) {
    ByteBuffer file = ByteBuffer.wrap(INK.clone());
    file.putInt(16, pixels).putInt(20, pixels);
    CRC32 sum = new CRC32();
    sum.update(file.array(), 12, 17);
    file.putInt(29, (int) sum.getValue());
    return file.array();
  }

  @Test
  void aPictureThatIsNotWholeIsNone() {
    assertTrue(Png.acceptable(INK));
    assertTrue(Png.acceptable(QrCode.png("https://demo.example")));
    assertTrue(Png.acceptable(Png.write(new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_INDEXED))));
    assertTrue(Png.acceptable(Png.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB))));
    for (int at = 0; at < INK.length; at++) {
      byte[] flipped = INK.clone();
      flipped[at] ^= 1;
      assertFalse(Png.acceptable(flipped), "flipped at " + at);
      byte[] cut = Arrays.copyOf(INK, at);
      assertFalse(Png.acceptable(cut), "cut at " + at);
    }
  }

  @Test
  void scriptsAndAddressesInATemplateDoNothingAndABombStopsIt(@TempDir Path folder)
      throws IOException {
    String fields = "{\"title\": \"便条\", \"fields\": []}";
    String entities =
        "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d SYSTEM \"file:///etc/hosts\">]>";
    Files.writeString(folder.resolve("bomb.fields.json"), fields);
    Files.writeString(folder.resolve("bomb.sample.json"), "{}");
    Files.writeString(folder.resolve("bomb.html"), entities + "<html><body>&c;&d;</body></html>");
    Files.writeString(folder.resolve("script.fields.json"), fields);
    Files.writeString(
        folder.resolve("script.html"),
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title>"
            + "<style>@page { margin: 30mm } body { font-family: 'Noto Serif SC' }</style>"
            + "<script src=\"http://127.0.0.1:9/x.js\">alert(1)</script></head>"
            + "<body onload=\"x()\"><p>写明</p></body></html>");
    Templates hostile = within(() -> new Templates(folder, FONTS, false));
    assertEquals(List.of("bomb"), List.copyOf(hostile.broken().keySet()));
    byte[] pdf = new Typesetter(FONTS, false).set(hostile.fill("script", Map.of())).pdf();
    assertFalse(new String(pdf, StandardCharsets.ISO_8859_1).contains("JavaScript"));
    assertEquals("写明", VisibleText.of(pdf));
  }

  /** A document that is sealed verifies, or is not sealed at all. */
  @Test
  void aClockThatRunsBackwardsMakesNoSealThatFails() {
    Clock now = SealedSamples.CLOCK;
    SealAuthority authority = SealAuthority.create(Suite.RSA, now);
    SealKey key = authority.issue(Samples.ORGANISATION, now);
    byte[] pdf =
        new Typesetter(FONTS, true).set(templates.fill(AGREEMENT, Samples.agreement())).pdf();
    DocumentVerifier verifier = new DocumentVerifier(List.of(authority.root()));
    for (Duration back :
        List.of(Duration.ofMinutes(5), Duration.ofDays(2), Duration.ofDays(4000))) {
      Sealer sealer = new Sealer(FONTS.bold(), Clock.offset(now, back.negated()));
      SealNote note = new SealNote(AGREEMENT, "1", true);
      if (back.toDays() == 0) {
        assertTrue(verifier.verify(sealer.seal(pdf, authority, key, note)).valid());
        continue;
      }
      Refusal refusal = assertThrows(Refusal.class, () -> sealer.seal(pdf, authority, key, note));
      assertEquals("seal-out-of-time", refusal.code());
    }
  }

  /** Runs it, and looks at what this thread alone took from the heap. */
  private static <T> T within(Supplier<T> work) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    T result = work.get();
    long taken = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertTrue(taken < BOUND, "bytes taken: " + taken);
    return result;
  }
}
