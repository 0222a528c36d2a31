package org.yilian.documents;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
 * Prints milliseconds of CPU for a two-page agreement; {@code src/bench/documents} runs it, and
 * other libraries on the same document after it. Where a file is named, the document is written
 * there as XHTML.
 */
final class DocumentBenchmark {
  private static final String AGREEMENT = "people-mediation-agreement";
  private static final int WARM_UP = 150;
  private static final int ROUNDS = 60;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private DocumentBenchmark() {}

  public static void main(String[] args) throws Exception {
    Fonts fonts = Fonts.load(null);
    Templates templates = new Templates(null, fonts, true);
    Typesetter typesetter = new Typesetter(fonts, true);
    Map<String, Object> values = Samples.agreement();
    SealAuthority authority = SealAuthority.create(Suite.RSA, Clock.systemUTC());
    SealKey key = authority.issue(Samples.ORGANISATION, Clock.systemUTC());
    Sealer sealer = new Sealer(fonts.bold(), Clock.systemUTC());
    SealNote note = new SealNote(AGREEMENT, "1", true);
    if (args.length > 0) {
      write(templates.fill(AGREEMENT, values), Path.of(args[0]));
    }
    byte[] plain = typesetter.set(templates.fill(AGREEMENT, values)).pdf();
    byte[] sealed = sealer.seal(plain, authority, key, note);
    DocumentVerifier verifier = new DocumentVerifier(List.of(authority.root()));
    print("fill", () -> templates.fill(AGREEMENT, values));
    print("set", () -> typesetter.set(templates.fill(AGREEMENT, values)));
    print("seal", () -> sealer.seal(plain, authority, key, note));
    print("verify", () -> verifier.verify(sealed));
    print("pictures", () -> PagePictures.of(sealed));
  }

  private static void write(Document document, Path file) throws Exception {
    Transformer writer = TransformerFactory.newInstance().newTransformer();
    writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    writer.transform(new DOMSource(document), new StreamResult(file.toFile()));
  }

  private static void print(String name, Runnable work) {
    for (int i = 0; i < WARM_UP; i++) {
      work.run();
    }
    double[] ms = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = CPU.getCurrentThreadCpuTime();
      work.run();
      ms[i] = (CPU.getCurrentThreadCpuTime() - start) / 1e6;
    }
    Arrays.sort(ms);
    System.out.printf("%-8s median %.1f ms  worst %.1f ms%n", name, ms[ROUNDS / 2], ms[ROUNDS - 1]);
  }
}
