package org.yilian.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What a reader needs to judge a seal when the authorities no longer answer. It is gathered before
 * the seal and covered by it, so that nothing follows the sealed bytes; the EU's DSS reads it, and
 * still says baseline T, since it counts as LT only what was appended afterwards.
 *
 * @param certificates up to the roots, and {@code crls}, both as DER
 */
record LongTerm(Collection<byte[]> certificates, Collection<byte[]> crls) {
  static final LongTerm NONE = new LongTerm(List.of(), List.of());

  private static final COSName STORE = COSName.getPDFName("DSS");
  private static final COSName CERTIFICATES = COSName.getPDFName("Certs");
  private static final COSName CRLS = COSName.getPDFName("CRLs");

  /** Writes the document security store (ETSI EN 319 142-1, 5.4) into the catalog. */
  void addTo(PDDocument document) throws IOException {
    if (certificates.isEmpty()) {
      return;
    }
    COSDictionary store = new COSDictionary();
    store.setItem(COSName.TYPE, STORE);
    store.setItem(CERTIFICATES, streams(document, certificates));
    store.setItem(CRLS, streams(document, crls));
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    catalog.setItem(STORE, store);
    catalog.setItem(COSName.getPDFName("Extensions"), extensions());
    catalog.setNeedToBeUpdated(true);
  }

  private static COSArray streams(PDDocument document, Collection<byte[]> all) throws IOException {
    COSArray streams = new COSArray();
    for (byte[] one : all) {
      COSStream stream = document.getDocument().createCOSStream();
      try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(one);
      }
      stream.setNeedToBeUpdated(true);
      streams.add(stream);
    }
    return streams;
  }

  /** PDF 1.7 knows no such store by itself. */
  private static COSDictionary extensions() {
    COSDictionary level = new COSDictionary();
    level.setName("BaseVersion", "1.7");
    level.setItem(COSName.getPDFName("ExtensionLevel"), COSInteger.get(5));
    COSDictionary extensions = new COSDictionary();
    extensions.setItem(COSName.getPDFName("ESIC"), level);
    return extensions;
  }
}
