package org.yilian.evidence.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yilian.kernel.Texts;

/**
 * {@code java -jar yilian-…-verify.jar verify export.json [receipt.json …] [--key=fingerprint]}:
 * needs no server, no database and no library. Ends with 0 where nothing speaks against the files,
 * with 1 where something does, and with 2 where it cannot tell.
 */
public final class VerifyCommand {
  private static final Texts TEXTS = Texts.of("verifier");
  private static final String KEY = "--key=";
  private static final int WHOLE = 0;
  private static final int FAULTY = 1;
  private static final int CANNOT_TELL = 2;

  private VerifyCommand() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out));
  }

  /** As the command; returns its exit status. */
  static int run(List<String> arguments, PrintStream out) {
    List<String> files = new ArrayList<>();
    Set<String> keys = new TreeSet<>();
    for (String argument : arguments) {
      if (argument.startsWith(KEY)) {
        keys.add(argument.substring(KEY.length()).replaceFirst("^sha256:", ""));
      } else if (!argument.equals("verify")) {
        files.add(argument);
      }
    }
    if (files.isEmpty()) {
      out.println(TEXTS.get("usage"));
      return CANNOT_TELL;
    }
    try {
      return judge(read(files), keys, out);
    } catch (IOException e) {
      out.println(TEXTS.get("cannot-read", e.getMessage()));
      return CANNOT_TELL;
    }
  }

  private static List<String> read(List<String> files) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String file : files) {
      texts.add(Files.readString(Path.of(file)));
    }
    return texts;
  }

  private static int judge(List<String> texts, Set<String> keys, PrintStream out) {
    String first = texts.get(0);
    boolean receiptAlone = texts.size() == 1 && first.contains("\"yilian-receipt-1\"");
    Report report =
        receiptAlone
            ? ReceiptCheck.alone(first, keys)
            : ExportCheck.of(first, texts.subList(1, texts.size()), keys);
    report.compared().forEach(line -> out.println("  " + line));
    report.faults().forEach(f -> out.println("✕ " + f.where() + "：" + TEXTS.get(f.fault().code())));
    boolean vouched = texts.size() > 1 || !keys.isEmpty();
    String verdict = report.whole() ? (vouched ? "whole" : "whole-unvouched") : "faulty";
    out.println(TEXTS.get(verdict));
    return report.whole() ? WHOLE : FAULTY;
  }
}
