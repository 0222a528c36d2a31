package org.yilian.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;

/**
 * Prints milliseconds of CPU for a two-page agreement: ours, and the plainest use of the same
 * library in turn with it, equally warm. {@code src/bench/documents} runs it, and other libraries
 * on the same document after it, which is written as XHTML for them: {@code DocumentBenchmark
 * agreement.xhtml fonts}.
 */
final class DocumentBenchmark {
  private static final String AGREEMENT = "people-mediation-agreement";
  private static final int WARM_UP = 200;
  private static final int ROUNDS = 100;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final Fonts fonts = Fonts.load(null);
  private final Templates templates = new Templates(null, fonts, true);
  private final Typesetter typesetter = new Typesetter(fonts, true);
  private final Map<String, Object> values = Samples.agreement();
  private final String xhtml;
  private final File regular;
  private final File bold;

  private DocumentBenchmark(Path xhtml, String faces) throws Exception {
    write(templates.fill(AGREEMENT, values), xhtml);
    this.xhtml = Files.readString(xhtml);
    this.regular = new File(faces, "400Regular/NotoSerifSC_400Regular.ttf");
    this.bold = new File(faces, "700Bold/NotoSerifSC_700Bold.ttf");
  }

  public static void main(String[] args) throws Exception {
    DocumentBenchmark benchmark = new DocumentBenchmark(Path.of(args[0]), args[1]);
    benchmark.setting();
    benchmark.sealing();
  }

  private static void write(Document document, Path file) throws Exception {
    Transformer writer = TransformerFactory.newInstance().newTransformer();
    writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    writer.transform(new DOMSource(document), new StreamResult(file.toFile()));
  }

  private void setting() {
    double[] fill = new double[ROUNDS];
    double[] set = new double[ROUNDS];
    double[] both = new double[ROUNDS];
    double[] plain = new double[ROUNDS];
    Document[] filled = new Document[1];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      int at = Math.max(0, round);
      fill[at] = measured(() -> filled[0] = templates.fill(AGREEMENT, values));
      set[at] = measured(() -> typesetter.set(filled[0]));
      both[at] = fill[at] + set[at];
      plain[at] = measured(this::plain);
    }
    print("fill", fill);
    print("set", set);
    print("fill and set", both);
    print("useFont(File)", plain);
    System.out.printf("%-14s %.2f of fill and set%n", "that is", median(plain) / median(both));
  }

  private void sealing() throws Exception {
    SealAuthority authority = SealAuthority.create(Suite.RSA, Clock.systemUTC());
    SealKey key = authority.issue(Samples.ORGANISATION, Clock.systemUTC());
    Sealer sealer = new Sealer(fonts.bold(), Clock.systemUTC());
    SealNote note = new SealNote(AGREEMENT, "1", true);
    byte[] paper = typesetter.set(templates.fill(AGREEMENT, values)).pdf();
    byte[] sealed = sealer.seal(paper, authority, key, note);
    DocumentVerifier verifier = new DocumentVerifier(List.of(authority.root()));
    byte[] picture = picture();
    print("new picture", all(() -> PngRows.whole(picture)));
    print("seal", all(() -> sealer.seal(paper, authority, key, note)));
    print("verify", all(() -> verifier.verify(sealed)));
    print("pictures", all(() -> PagePictures.of(sealed)));
  }

  /**
   * A signature, which is judged when it is first met, and was met long ago by all of the above.
   */
  private byte[] picture() {
    List<?> signatures = (List<?>) values.get("signatures");
    return (byte[]) ((Map<?, ?>) signatures.get(0)).get("picture");
  }

  /** As the library's own first page tells: the markup, the font files, and no more. */
  private void plain() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .withHtmlContent(xhtml, null)
          .usePdfAConformance(PdfAConformance.PDFA_2_A)
          .usePdfUaAccessibility(true)
          .useColorProfile(Archival.COLOURS)
          .useFont(regular, Fonts.MAIN, 400, FontStyle.NORMAL, true)
          .useFont(bold, Fonts.MAIN, 700, FontStyle.NORMAL, true)
          .toStream(out)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] all(Runnable work) {
    double[] ms = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      ms[Math.max(0, round)] = measured(work);
    }
    return ms;
  }

  private static double measured(Runnable work) {
    long start = CPU.getCurrentThreadCpuTime();
    work.run();
    return (CPU.getCurrentThreadCpuTime() - start) / 1e6;
  }

  private static void print(String name, double[] ms) {
    double worst = Arrays.stream(ms).max().orElseThrow();
    System.out.printf("%-14s median %.1f ms  worst %.1f ms%n", name, median(ms), worst);
  }

  private static double median(double[] ms) {
    double[] sorted = ms.clone();
    Arrays.sort(sorted);
    return sorted[ROUNDS / 2];
  }
}
