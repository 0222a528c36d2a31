package org.yilian.documents;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Prints milliseconds of CPU for a two-page agreement: {@code mvn -q test-compile exec:java
 * -Dexec.mainClass=org.yilian.documents.DocumentBenchmark -Dexec.classpathScope=test}.
 */
final class DocumentBenchmark {
  private static final String AGREEMENT = "people-mediation-agreement";
  private static final int WARM_UP = 150;
  private static final int ROUNDS = 60;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private DocumentBenchmark() {}

  public static void main(String[] args) {
    Fonts fonts = Fonts.load(null);
    Templates templates = new Templates(null, fonts, true);
    Typesetter typesetter = new Typesetter(fonts, true);
    Map<String, Object> values = Samples.agreement();
    SealAuthority authority = SealAuthority.create(Clock.systemUTC());
    SealKey key = authority.issue(Samples.ORGANISATION, Clock.systemUTC());
    Sealer sealer = new Sealer(fonts.bold(), Clock.systemUTC());
    SealNote note = new SealNote(AGREEMENT, "1", true);
    byte[] plain = typesetter.set(templates.fill(AGREEMENT, values)).pdf();
    byte[] sealed = sealer.seal(plain, authority, key, note);
    DocumentVerifier verifier = new DocumentVerifier(List.of(authority.root()));
    print("set", () -> typesetter.set(templates.fill(AGREEMENT, values)));
    print("seal", () -> sealer.seal(plain, authority, key, note));
    print("verify", () -> verifier.verify(sealed));
    print("pictures", () -> PagePictures.of(sealed));
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
