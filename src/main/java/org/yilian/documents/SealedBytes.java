package org.yilian.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cms.CMSTypedData;
import org.yilian.documents.Verification.Fault;

/**
 * A file as a seal divides it: everything, except one gap of hexadecimal digits that holds the
 * signature. Found by looking at bytes, not by parsing: what a stranger sends never reaches the PDF
 * library, and the two cannot disagree on where a signature lies.
 */
final class SealedBytes implements CMSTypedData {
  private static final byte[] HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] RANGE = "/ByteRange".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern NUMBERS =
      Pattern.compile(
          "/ByteRange\\s{0,8}\\[\\s{0,8}(\\d{1,9})\\s{1,8}(\\d{1,9})\\s{1,8}(\\d{1,9})"
              + "\\s{1,8}(\\d{1,9})\\s{0,40}\\]");
  private static final Pattern DIGITS = Pattern.compile("[0-9A-F]*+");
  private static final int LONGEST_NUMBERS = 120;
  private static final int LONGEST_GAP = 128 * 1024;

  private final byte[] file;
  private final int gapStart;
  private final int gapEnd;

  private SealedBytes(byte[] file, int gapStart, int gapEnd) {
    this.file = file;
    this.gapStart = gapStart;
    this.gapEnd = gapEnd;
  }

  static SealedBytes find(byte[] file) throws SealRefused {
    if (!at(file, 0, HEAD)) {
      throw new SealRefused(Fault.NOT_A_PDF);
    }
    Matcher numbers = numbers(file);
    int gapStart = Integer.parseInt(numbers.group(2));
    int gapEnd = Integer.parseInt(numbers.group(3));
    long end = (long) gapEnd + Integer.parseInt(numbers.group(4));
    boolean wholeFromStart = Integer.parseInt(numbers.group(1)) == 0 && end <= file.length;
    if (!wholeFromStart || !gap(file, gapStart, gapEnd)) {
      throw new SealRefused(Fault.REWRITTEN);
    }
    if (end < file.length) {
      throw new SealRefused(Fault.APPENDED);
    }
    return new SealedBytes(file, gapStart, gapEnd);
  }

  /** A file whose gap was found, or made, by somebody who knows. */
  static SealedBytes around(byte[] file, int gapStart, int gapEnd) {
    return new SealedBytes(file, gapStart, gapEnd);
  }

  /** The part that the seal of a file covers, where something follows it; else nothing. */
  static byte[] firstRevision(byte[] file) {
    try {
      Matcher numbers = numbers(file);
      long end = Long.parseLong(numbers.group(3)) + Integer.parseInt(numbers.group(4));
      return end < file.length ? Arrays.copyOf(file, (int) end) : new byte[0];
    } catch (SealRefused none) {
      return new byte[0];
    }
  }

  /**
   * The signature, with the zeros that fill up its room.
   *
   * @throws SealRefused if anything but digits, in the case that we write, stands there: nothing
   *     else may hide in what is not signed
   */
  byte[] signature() throws SealRefused {
    String digits =
        new String(file, gapStart + 1, gapEnd - gapStart - 2, StandardCharsets.ISO_8859_1);
    if (!DIGITS.matcher(digits).matches()) {
      throw new SealRefused(Fault.UNREADABLE_SEAL);
    }
    return HexFormat.of().parseHex(digits);
  }

  /**
   * A copy of the file with another signature in the gap.
   *
   * @throws IllegalArgumentException if it is too long for it
   */
  byte[] with(byte[] signature) {
    int room = (gapEnd - gapStart - 2) / 2;
    if (signature.length > room) {
      throw new IllegalArgumentException("the signature is longer than its room");
    }
    byte[] copy = file.clone();
    String digits = HexFormat.of().withUpperCase().formatHex(Arrays.copyOf(signature, room));
    byte[] gap = digits.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(gap, 0, copy, gapStart + 1, gap.length);
    return copy;
  }

  /** Everything but the gap, as {@link #write} gives it. */
  byte[] covered() {
    byte[] covered = Arrays.copyOf(file, gapStart + file.length - gapEnd);
    System.arraycopy(file, gapEnd, covered, gapStart, file.length - gapEnd);
    return covered;
  }

  /** The same gap in a file that begins with the same around it; empty where it does not. */
  Optional<SealedBytes> atStartOf(byte[] other) {
    return other.length < file.length ? Optional.empty() : in(Arrays.copyOf(other, file.length));
  }

  /** How long the file is. */
  int length() {
    return file.length;
  }

  private Optional<SealedBytes> in(byte[] other) {
    boolean same =
        Arrays.equals(file, 0, gapStart, other, 0, gapStart)
            && Arrays.equals(file, gapEnd, file.length, other, gapEnd, file.length)
            && gap(other, gapStart, gapEnd);
    return same ? Optional.of(new SealedBytes(other, gapStart, gapEnd)) : Optional.empty();
  }

  /** Everything but the gap. */
  @Override
  public void write(OutputStream out) throws IOException {
    out.write(file, 0, gapStart);
    out.write(file, gapEnd, file.length - gapEnd);
  }

  @Override
  public ASN1ObjectIdentifier getContentType() {
    return CMSObjectIdentifiers.data;
  }

  @Override
  public Object getContent() {
    return file;
  }

  private static Matcher numbers(byte[] file) throws SealRefused {
    for (int i = HEAD.length; i <= file.length - RANGE.length; i++) {
      if (file[i] == RANGE[0] && at(file, i, RANGE)) {
        int length = Math.min(LONGEST_NUMBERS, file.length - i);
        Matcher numbers = NUMBERS.matcher(new String(file, i, length, StandardCharsets.ISO_8859_1));
        if (numbers.lookingAt()) {
          return numbers;
        }
        throw new SealRefused(Fault.REWRITTEN);
      }
    }
    throw new SealRefused(Fault.NO_SEAL);
  }

  private static boolean gap(byte[] file, int start, int end) {
    boolean placed =
        start > 0 && end - start >= 4 && end - start <= LONGEST_GAP && end <= file.length;
    return placed && file[start] == '<' && file[end - 1] == '>' && (end - start) % 2 == 0;
  }

  private static boolean at(byte[] file, int place, byte[] word) {
    if (file.length - place < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (file[place + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
