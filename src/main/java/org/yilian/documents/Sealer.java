package org.yilian.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.yilian.kernel.Refusal;

/** Closes a document: draws the seal in its field and signs every byte of the file. */
final class Sealer {
  static final COSName KIND = COSName.getPDFName("YilianKind");
  static final COSName NUMBER = COSName.getPDFName("YilianNumber");
  static final COSName DEMO = COSName.getPDFName("YilianDemo");
  private static final COSName PADES = COSName.getPDFName("ETSI.CAdES.detached");
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int ROOM_FOR_SIGNATURE = 8 * 1024;
  private static final int ROOM_FOR_PATHS = 24 * 1024;

  private final SealPictures pictures;
  private final Clock clock;

  Sealer(Face face, Clock clock) {
    this.pictures = new SealPictures(face);
    this.clock = clock;
  }

  /**
   * The file with its seal, stamped by the clock of this installation.
   *
   * @throws Refusal 409 {@code seal-out-of-time} when the clock stands outside the term of a
   *     certificate, as one that was set back does: such a seal would not verify
   */
  byte[] seal(byte[] pdf, SealAuthority authority, SealKey key, SealNote note) {
    try {
      SealDraft draft = draft(pdf, key, note, false);
      return draft.stamped(stamp(authority, draft.signature()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The time of this installation over some bytes; refused as {@link #seal} is. */
  ContentInfo stamp(SealAuthority authority, byte[] bytes) {
    inTime(authority.stamp().certificate());
    return new Timestamps(authority, clock).stamp(bytes);
  }

  /**
   * The file with its seal, and room for its time.
   *
   * @param pathOfStamp whether certificates of another authority will come with the time
   */
  SealDraft draft(byte[] pdf, SealKey key, SealNote note, boolean pathOfStamp) {
    inTime(key.certificate());
    CmsSignatures signatures = new CmsSignatures(key);
    boolean paths = pathOfStamp || key.outside().isPresent();
    int room = paths ? ROOM_FOR_SIGNATURE + ROOM_FOR_PATHS : ROOM_FOR_SIGNATURE;
    try (PDDocument document = Loader.loadPDF(pdf);
        SignatureOptions options = new SignatureOptions()) {
      PDSignatureField field = field(document);
      PDSignature signature = signature(key, note);
      field.setValue(signature);
      PDAnnotationWidget widget = field.getWidgets().get(0);
      PDRectangle place = widget.getRectangle();
      options.setPreferredSignatureSize(room);
      document.addSignature(signature, signatures::sign, options);
      // adding a signature empties the field's place and looks
      widget.setRectangle(place);
      widget.setAppearance(looks(document, place, key.organisation(), note.demo()));
      widget.getCOSObject().setNeedToBeUpdated(true);
      ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 4 * room);
      document.saveIncremental(out);
      return new SealDraft(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void inTime(X509Certificate certificate) {
    try {
      certificate.checkValidity(Date.from(clock.instant()));
    } catch (CertificateExpiredException | CertificateNotYetValidException e) {
      throw Refusal.conflict("seal-out-of-time", "服务器现在的时间不在印章证书的有效期内，没有盖章。请校准服务器时钟，或者更换证书。");
    }
  }

  private static PDSignatureField field(PDDocument document) {
    PDAcroForm form = document.getDocumentCatalog().getAcroForm();
    PDField field = form == null ? null : form.getField(SealField.NAME);
    if (field instanceof PDSignatureField seal && seal.getSignature() == null) {
      return seal;
    }
    throw new IllegalArgumentException("the document has no empty place for a seal");
  }

  private PDSignature signature(SealKey key, SealNote note) {
    PDSignature signature = new PDSignature();
    signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
    signature.setSubFilter(PADES);
    signature.setName(key.organisation());
    Calendar now = GregorianCalendar.from(clock.instant().atZone(CHINA));
    signature.setSignDate(now);
    COSDictionary dictionary = signature.getCOSObject();
    dictionary.setString(KIND, note.kind());
    dictionary.setString(NUMBER, note.number());
    dictionary.setBoolean(DEMO, note.demo());
    return signature;
  }

  private PDAppearanceDictionary looks(
      PDDocument document, PDRectangle place, String organisation, boolean demo) {
    PDAppearanceStream looks = new PDAppearanceStream(document);
    looks.setBBox(new PDRectangle(place.getWidth(), place.getHeight()));
    PDExtendedGraphicsState ink = new PDExtendedGraphicsState();
    ink.setBlendMode(BlendMode.MULTIPLY); // what is written under the seal stays legible
    double side = Math.min(place.getWidth(), place.getHeight());
    PdfPath.put(looks, ink, pictures.of(new SealPictures.Key(organisation, demo, side)));
    PDAppearanceDictionary appearance = new PDAppearanceDictionary();
    appearance.setNormalAppearance(looks);
    return appearance;
  }
}
