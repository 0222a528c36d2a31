package org.yilian.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.yilian.documents.Verification.Fault;
import org.yilian.kernel.Hash;

/**
 * Judges a file by its bytes and its signature alone, so that a document which no database knows is
 * judged as well. Takes anything and throws nothing; only bytes that one of our own keys has signed
 * are parsed as a PDF.
 */
public final class DocumentVerifier {
  private static final int LARGEST = 32 * 1024 * 1024;

  private final SealCheck seals;
  private final ArchiveCheck archives;

  /**
   * @param roots the root certificates of this installation, see {@link SealAuthority#root()}
   */
  public DocumentVerifier(Collection<X509Certificate> roots) {
    this(new Trust(roots, List.of()));
  }

  public DocumentVerifier(Trust trust) {
    seals = new SealCheck(trust);
    archives = new ArchiveCheck(trust);
  }

  /** A verdict on any bytes, in time linear in their number. */
  public Verification verify(byte[] file) {
    Hash sha256 = Hash.of(file);
    if (file.length > LARGEST) {
      return Verification.refused(sha256, Fault.TOO_LARGE);
    }
    try {
      return described(file, sha256, seals.check(SealedBytes.find(file)));
    } catch (SealRefused e) {
      return e.fault() == Fault.APPENDED
          ? followed(file, sha256)
          : Verification.refused(sha256, e.fault());
    }
  }

  /** Only an archive may follow a seal. What had been sealed is worth telling in any case. */
  private Verification followed(byte[] file, Hash sha256) {
    byte[] sealed = SealedBytes.firstRevision(file);
    Verification first = null;
    try {
      SealCheck.Seal seal = seals.check(SealedBytes.find(sealed));
      first = described(sealed, Hash.of(sealed), seal);
      return first.archived(sha256, archives.described(archives.check(file, sealed, seal)));
    } catch (SealRefused e) {
      Fault fault = first == null ? Fault.APPENDED : e.fault();
      return Verification.refused(sha256, fault, first);
    }
  }

  /**
   * What a file that is archived hangs on.
   *
   * @throws SealRefused where it is not, or not well
   */
  ArchiveCheck.Chain archives(byte[] file) throws SealRefused {
    byte[] sealed = SealedBytes.firstRevision(file);
    return archives.check(file, sealed, seals.check(SealedBytes.find(sealed)));
  }

  private static Verification described(byte[] ours, Hash sha256, SealCheck.Seal seal)
      throws SealRefused {
    try (PDDocument document = Loader.loadPDF(ours)) {
      COSDictionary note = document.getLastSignatureDictionary().getCOSObject();
      String kind = note.getString(Sealer.KIND);
      String number = note.getString(Sealer.NUMBER);
      if (kind == null || number == null) {
        throw new SealRefused(Fault.NO_SEAL); // signed by our key, but not as a document
      }
      boolean demo = note.getBoolean(Sealer.DEMO, false);
      return new Verification(
          true,
          List.of(),
          kind,
          number,
          seal.at(),
          sha256,
          seal.organisation(),
          seal.vouchers(),
          null,
          null,
          demo);
    } catch (IOException e) {
      throw new UncheckedIOException("a file that we sealed cannot be read", e);
    }
  }
}
