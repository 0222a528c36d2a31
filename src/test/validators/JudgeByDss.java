import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.File;

/**
 * Asks the EU's Digital Signature Service for its verdict on files. Run as a source file, with DSS
 * on the class path: {@code JudgeByDss @root.pem a.pdf b.pdf @other.pem c.pdf}, each file by the roots
 * named before it. Prints one line for each signature: file, form, verdict, whether the signature itself
 * is intact; and one for each timestamp. It fetches nothing.
 */
class JudgeByDss {
  public static void main(String[] args) {
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    for (String arg : args) {
      if (arg.startsWith("@")) {
        trusted = new CommonTrustedCertificateSource();
        for (String root : arg.substring(1).split(",")) {
          trusted.addCertificate(DSSUtils.loadCertificate(new File(root)));
        }
      } else {
        tried(new File(arg), trusted);
      }
    }
  }

  /** What it cannot read, such as an unknown hash, it does not judge. */
  private static void tried(File file, CommonTrustedCertificateSource trusted) {
    try {
      judge(file, trusted);
    } catch (RuntimeException unknown) {
      System.out.println(file + " not judged: " + unknown.getMessage());
    }
  }

  private static void judge(File file, CommonTrustedCertificateSource trusted) {
    CommonCertificateVerifier verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(trusted);
    SignedDocumentValidator validator =
        SignedDocumentValidator.fromDocument(new FileDocument(file));
    validator.setCertificateVerifier(verifier);
    Reports reports = validator.validateDocument();
    SimpleReport report = reports.getSimpleReport();
    for (String id : report.getSignatureIdList()) {
      System.out.println(
          file + " " + report.getSignatureFormat(id) + " " + report.getIndication(id)
              + " sub=" + report.getSubIndication(id)
              + " intact=" + reports.getDiagnosticData().getSignatureById(id).isSignatureIntact()
              + " errors=" + report.getAdESValidationErrors(id).stream().map(Message::getValue).toList());
    }
    for (TimestampWrapper stamp : reports.getDiagnosticData().getTimestampList()) {
      System.out.println(
          file + " " + stamp.getType()
              + " intact=" + (stamp.isMessageImprintDataIntact() && stamp.isSignatureIntact()));
    }
    if (report.getSignatureIdList().isEmpty()) {
      System.out.println(file + " no signature");
    }
  }
}
