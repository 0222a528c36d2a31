import java.io.FileInputStream;
import java.io.InputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks veraPDF for its verdict on files. Run as a source file, with veraPDF on the class path:
 * {@code JudgeByVeraPdf @2a,ua1 a.pdf b.pdf @2b c.pdf}, each file by the flavours named before it.
 * Prints one line for each file and flavour with the verdict, and each broken rule.
 */
class JudgeByVeraPdf {
  public static void main(String[] args) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    String[] flavours = {};
    for (String arg : args) {
      if (arg.startsWith("@")) {
        flavours = arg.substring(1).split(",");
        continue;
      }
      for (String flavour : flavours) {
        judge(arg, PDFAFlavour.byFlavourId(flavour));
      }
    }
  }

  private static void judge(String file, PDFAFlavour flavour) throws Exception {
    try (InputStream in = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.println(file + " " + flavour.getId() + " compliant=" + result.isCompliant());
      for (TestAssertion broken : result.getTestAssertions()) {
        System.out.println(
            "  " + broken.getRuleId().getClause() + "-" + broken.getRuleId().getTestNumber()
                + " " + broken.getMessage() + " " + broken.getLocation().getContext());
      }
    }
  }
}
