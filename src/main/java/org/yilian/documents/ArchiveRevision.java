package org.yilian.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The revision that follows a seal and archives it (PAdES baseline LTA): a document security store
 * (ETSI EN 319 142-1, 5.4) and the field of a timestamp over the whole file. It is a function of
 * the sealed file and the proofs alone, byte for byte: so a verifier writes it again and compares,
 * and nothing can stand in it that is not one of these. No page and no annotation is touched; of
 * the catalog the store is new, of the form one field without a place on any page.
 *
 * <p>Over an archive the same is written once more, before the certificate of its clock ends: a
 * store that names the earlier proofs and the new ones, and a further field.
 */
final class ArchiveRevision {
  /** The name of the timestamp's field. */
  static final String FIELD = "archive";

  private static final int ROOM = 24 * 1024;
  private static final String EXTENSIONS = "<</ESIC<</BaseVersion/1.7/ExtensionLevel 5>>>>";
  private static final COSName STORE = COSName.getPDFName("DSS");
  private static final COSName EXTENSION = COSName.getPDFName("Extensions");
  private static final COSName SIG_FLAGS = COSName.getPDFName("SigFlags");
  private static final String RANGE_ROOM = " ".repeat(30);

  /** 归档时间戳, for whoever cannot see that it is nowhere. */
  private static final String TOLD = "<FEFF5F5268636DF6671F95F46233>";

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final TreeMap<Long, Integer> places = new TreeMap<>();
  private long next;
  private int rangeAt;
  private int gapStart;
  private int gapEnd;

  private ArchiveRevision() {}

  /** The sealed file with its proofs, and room for the timestamp. */
  static SealedBytes over(byte[] sealed, LongTerm proofs) {
    ArchiveRevision revision = new ArchiveRevision();
    try (PDDocument document = Loader.loadPDF(sealed)) {
      revision.write(sealed, document.getDocument(), proofs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SealedBytes.around(revision.ranged(), revision.gapStart, revision.gapEnd);
  }

  private void write(byte[] sealed, COSDocument document, LongTerm proofs) {
    COSDictionary trailer = document.getTrailer();
    next = trailer.getLong(COSName.SIZE);
    file.writeBytes(sealed);
    COSDictionary catalog = trailer.getCOSDictionary(COSName.ROOT);
    long earlier = archives(catalog.getCOSDictionary(COSName.ACRO_FORM));
    if (catalog.containsKey(STORE) != earlier > 0
        || catalog.containsKey(EXTENSION) != earlier > 0) {
      throw new IllegalArgumentException("somebody else's store is in the document");
    }
    String store = store(proofs, catalog.getCOSDictionary(STORE));
    form(catalog, field(earlier == 0 ? FIELD : FIELD + "-" + (earlier + 1)));
    COSDictionary bare = new COSDictionary(catalog);
    bare.setKey(null);
    bare.removeItem(STORE);
    bare.removeItem(EXTENSION);
    String changed = PdfText.of(bare);
    object(
        number(trailer.getItem(COSName.ROOT)),
        changed.substring(0, changed.length() - 2)
            + "/DSS "
            + store
            + "/Extensions"
            + EXTENSIONS
            + ">>");
    crossReferences(document, trailer);
  }

  private static long archives(COSDictionary form) {
    COSArray fields = form.getCOSArray(COSName.FIELDS);
    return IntStream.range(0, fields.size())
        .mapToObj(i -> (COSDictionary) fields.getObject(i))
        .filter(field -> field.getString(COSName.T, "").startsWith(FIELD))
        .count();
  }

  /** Each proof in an object of its own, and the store that names them after the earlier ones. */
  private String store(LongTerm proofs, COSDictionary earlier) {
    String names =
        "<<"
            + streams("Certs", earlier, proofs.certificates())
            + streams("OCSPs", earlier, proofs.answers())
            + streams("CRLs", earlier, proofs.lists())
            + "/Type/DSS>>";
    return PdfText.reference(object(names));
  }

  private String streams(String name, COSDictionary earlier, List<byte[]> all) {
    List<String> references = new ArrayList<>();
    COSArray kept = earlier == null ? null : earlier.getCOSArray(COSName.getPDFName(name));
    for (int i = 0; kept != null && i < kept.size(); i++) {
      references.add(PdfText.reference(number(kept.get(i))));
    }
    for (byte[] one : all) {
      long number = next++;
      begin(number);
      text("<</Length " + one.length + ">>\nstream\n");
      file.writeBytes(one);
      text("\nendstream\nendobj\n");
      references.add(PdfText.reference(number));
    }
    return references.isEmpty() ? "" : "/" + name + "[" + String.join(" ", references) + "]";
  }

  /** The signature dictionary with its gap, and the field that has it for a value. */
  private long field(String name) {
    long signature = next++;
    begin(signature);
    text("<</Type/DocTimeStamp/Filter/Adobe.PPKLite/SubFilter/ETSI.RFC3161/ByteRange[0");
    rangeAt = file.size();
    text(RANGE_ROOM + "]/Contents ");
    gapStart = file.size();
    text("<" + "0".repeat(2 * ROOM) + ">");
    gapEnd = file.size();
    text(">>\nendobj\n");
    return object(
        "<</Type/Annot/Subtype/Widget/Rect[0 0 0 0]/F 132/FT/Sig/T("
            + name
            + ")/TU"
            + TOLD
            + "/V "
            + PdfText.reference(signature)
            + ">>");
  }

  /** The form with one field more. */
  private void form(COSDictionary catalog, long field) {
    COSDictionary form = new COSDictionary(catalog.getCOSDictionary(COSName.ACRO_FORM));
    COSArray fields = new COSArray();
    form.getCOSArray(COSName.FIELDS).forEach(fields::add);
    fields.add(new COSObject(new COSDictionary(), new COSObjectKey(field, 0)));
    form.setItem(COSName.FIELDS, fields);
    form.setInt(SIG_FLAGS, 3);
    form.setKey(null);
    COSBase place = catalog.getItem(COSName.ACRO_FORM);
    object(number(place), PdfText.of(form));
  }

  /** As the sealed revision wrote them, for the two kinds do not mix. */
  private void crossReferences(COSDocument document, COSDictionary trailer) {
    boolean stream = document.isXRefStream();
    int at = file.size();
    if (stream) {
      places.put(next, at);
      next++;
    }
    String shared =
        "/Size "
            + next
            + "/Root "
            + PdfText.reference(number(trailer.getItem(COSName.ROOT)))
            + (trailer.containsKey(COSName.INFO)
                ? "/Info " + PdfText.reference(number(trailer.getItem(COSName.INFO)))
                : "")
            + "/ID"
            + id(trailer)
            + "/Prev "
            + document.getStartXref();
    if (stream) {
      XrefSection.stream(file, places, shared);
    } else {
      XrefSection.table(file, places, shared);
    }
    text("startxref\n" + at + "\n%%EOF\n");
  }

  private static String id(COSDictionary trailer) {
    COSDictionary holder = new COSDictionary();
    holder.setItem(COSName.ID, trailer.getCOSArray(COSName.ID));
    String written = PdfText.of(holder);
    return written.substring("<</ID ".length(), written.length() - 2);
  }

  private static long number(COSBase reference) {
    if (reference instanceof COSObject object && object.getKey().getGeneration() == 0) {
      return object.getKey().getNumber();
    }
    throw new IllegalArgumentException("our documents keep it in an object of its own");
  }

  private long object(String content) {
    long number = next++;
    object(number, content);
    return number;
  }

  private void object(long number, String content) {
    begin(number);
    text(content + "\nendobj\n");
  }

  private void begin(long number) {
    places.put(number, file.size());
    text(number + " 0 obj\n");
  }

  private void text(String text) {
    file.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The whole, with the range that the timestamp covers. */
  private byte[] ranged() {
    byte[] whole = file.toByteArray();
    String range = " " + gapStart + " " + gapEnd + " " + (whole.length - gapEnd);
    byte[] written = range.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(written, 0, whole, rangeAt, written.length);
    return whole;
  }
}
