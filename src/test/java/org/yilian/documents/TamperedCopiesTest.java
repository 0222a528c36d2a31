package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A thousand copies of a sealed agreement, each tampered with in another way: none is accepted. */
class TamperedCopiesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-08-27T01:02:03Z"), ZoneOffset.UTC);
  private static final Fonts FONTS = Fonts.load(null);
  private static final SealAuthority OURS = SealedSamples.Ours.AUTHORITY;
  private static final SealKey KEY = SealedSamples.Ours.KEY;
  private static final byte[] SEALED = sealed("people-mediation-agreement");
  private static final byte[] OTHER = sealed("mediation-certificate");
  private static final String TEXT = new String(SEALED, StandardCharsets.ISO_8859_1);
  private static final int GAP = TEXT.indexOf("/Contents <") + "/Contents ".length();
  private static final int GAP_END = TEXT.indexOf('>', GAP) + 1;

  private final DocumentVerifier verifier = new DocumentVerifier(List.of(OURS.root()));
  private final Random random = new Random(4);
  private int copies;

  @Test
  void noneOfAThousandTamperedCopiesIsAccepted() throws IOException {
    assertTrue(verifier.verify(SEALED).valid(), "the untouched one is");
    flippedBits(300);
    editedSignatures(300);
    overwritten(100);
    shifted(100);
    appended(120);
    mixed(30);
    rewrapped(40);
    revised(10);
    assertEquals(1_000, copies);
  }

  private void refused(byte[] copy, String how) {
    copies++;
    assertFalse(Arrays.equals(SEALED, copy), how);
    assertFalse(verifier.verify(copy).valid(), how);
  }

  /** Every part of the file has its turn: header, objects, seal, cross-references, trailer. */
  private void flippedBits(int count) {
    for (int i = 0; i < count; i++) {
      int part = SEALED.length / count;
      int place = i * part + random.nextInt(part);
      place = place >= GAP && place < GAP_END ? random.nextInt(GAP) : place;
      refused(flipped(place), "a bit at " + place);
    }
  }

  /** The signature does not sign itself: its digits, the zeros after it, the marks around it. */
  private void editedSignatures(int count) {
    int used = TEXT.substring(GAP, GAP_END).replaceFirst("0*>$", "").length();
    for (int i = 0; i < count; i++) {
      int place = GAP + (i < 250 ? i * used / 250 : random.nextInt(GAP_END - GAP));
      byte[] copy = i % 2 == 0 ? flipped(place) : otherDigit(place);
      refused(copy, "the signature at " + (place - GAP));
    }
  }

  private void overwritten(int count) {
    for (int i = 0; i < count; i++) {
      byte[] copy = SEALED.clone();
      byte[] noise = new byte[1 + random.nextInt(400)];
      random.nextBytes(noise);
      System.arraycopy(noise, 0, copy, random.nextInt(copy.length - noise.length), noise.length);
      refused(copy, "noise");
    }
  }

  private void shifted(int count) {
    for (int i = 0; i < count; i++) {
      int place = 1 + random.nextInt(SEALED.length - 2);
      byte[] head = Arrays.copyOf(SEALED, place);
      byte[] tail = Arrays.copyOfRange(SEALED, place + (i % 2), SEALED.length);
      byte[] between = i % 2 == 0 ? new byte[] {(byte) random.nextInt(256)} : new byte[0];
      refused(i % 5 == 4 ? head : joined(head, between, tail), "shifted at " + place);
    }
  }

  private void appended(int count) {
    List<String> tails =
        List.of("\n", " ", "%", "%%EOF", "\0", "startxref\n0\n%%EOF\n", "1 0 obj<<>>endobj");
    for (int i = 0; i < count; i++) {
      byte[] tail =
          tails
              .get(i % tails.size())
              .repeat(1 + i / tails.size())
              .getBytes(StandardCharsets.US_ASCII);
      refused(joined(SEALED, tail), "something after the end");
    }
  }

  /** Halves of two documents that are both sealed by us. */
  private void mixed(int count) {
    for (int i = 0; i < count; i++) {
      int place = Math.min(SEALED.length, OTHER.length) * (i + 1) / (count + 2);
      byte[] head = Arrays.copyOf(i % 2 == 0 ? SEALED : OTHER, place);
      byte[] whole = i % 2 == 0 ? OTHER : SEALED;
      refused(joined(head, Arrays.copyOfRange(whole, place, whole.length)), "two in one");
    }
  }

  /** The signature stays whole, and says that it covers something else than it did. */
  private void rewrapped(int count) {
    int at = TEXT.indexOf("/ByteRange");
    String range = TEXT.substring(at, TEXT.indexOf(']', at) + 1);
    int end = Integer.parseInt(range.replaceAll("\\D+", " ").trim().split(" ")[3]);
    for (int i = 0; i < count; i++) {
      String evil = "\n9 0 obj<</Type/Catalog/Lang(" + "x".repeat(i) + ")>>endobj\n";
      int gapEnd = GAP_END + (i % 4 == 0 ? evil.length() : 0);
      String other =
          List.of(
                  "/ByteRange [0 " + GAP + " " + gapEnd + " " + end + "]",
                  "/ByteRange [" + i + " " + GAP + " " + GAP_END + " " + end + "]",
                  "/ByteRange [0 " + GAP + " " + GAP_END + " " + (end - 1 - i) + "]",
                  "/ByteRange [0 " + (GAP - 1 - i) + " " + GAP_END + " " + end + "]")
              .get(i % 4);
      byte[] copy = replaced(range, padded(other, range.length()));
      refused(i % 4 == 0 ? inserted(copy, GAP_END, evil) : copy, other);
    }
  }

  private byte[] replaced(String old, String fresh) {
    return TEXT.replace(old, fresh).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String padded(String text, int length) {
    return text.length() >= length ? text : text + " ".repeat(length - text.length());
  }

  private void revised(int count) throws IOException {
    int changes = Tampering.CHANGES.size();
    for (int i = 0; i < count; i++) {
      Tampering.Change change = Tampering.CHANGES.get(i % changes);
      refused(Tampering.revision(SEALED, change, i < changes), "revision " + i);
    }
  }

  private byte[] flipped(int place) {
    byte[] copy = SEALED.clone();
    copy[place] ^= (byte) (1 << random.nextInt(8));
    return copy;
  }

  private byte[] otherDigit(int place) {
    byte[] copy = SEALED.clone();
    byte digit;
    do {
      digit = (byte) "0123456789ABCDEFabcdef".charAt(random.nextInt(22));
    } while (digit == copy[place]);
    copy[place] = digit;
    return copy;
  }

  private static byte[] inserted(byte[] file, int place, String text) {
    byte[] more = text.getBytes(StandardCharsets.US_ASCII);
    return joined(Arrays.copyOf(file, place), more, Arrays.copyOfRange(file, place, file.length));
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }

  private static byte[] sealed(String template) {
    Templates templates = new Templates(null, FONTS, true);
    byte[] pdf =
        new Typesetter(FONTS, true)
            .set(templates.fill(template, Samples.of(templates, template)))
            .pdf();
    SealNote note = new SealNote(template, "（2026）演双人调字第12号", true);
    return new Sealer(FONTS.bold(), CLOCK).seal(pdf, OURS, KEY, note);
  }
}
