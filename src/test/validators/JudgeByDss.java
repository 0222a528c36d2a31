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
 * on the class path: {@code JudgeByDss root.pem a.pdf b.pdf}. Prints one line for each signature:
 * file, form, verdict, and whether the signature itself is intact.
 */
class JudgeByDss {
  public static void main(String[] args) {
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    trusted.addCertificate(DSSUtils.loadCertificate(new File(args[0])));
    for (int i = 1; i < args.length; i++) {
      judge(new File(args[i]), trusted);
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
    if (report.getSignatureIdList().isEmpty()) {
      System.out.println(file + " no signature");
    }
  }
}
