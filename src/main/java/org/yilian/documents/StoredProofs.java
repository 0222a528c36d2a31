package org.yilian.documents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yilian.documents.Verification.Fault;

/**
 * Reads out of an archive's revision what is kept in it, by looking at bytes. It need not be right
 * about anything else, for the whole revision is written again from what it found and compared.
 */
final class StoredProofs {
  private static final Pattern STREAM =
      Pattern.compile("\\d{1,9} 0 obj\n<</Length (\\d{1,8})>>\nstream\n");
  private static final Pattern STORE =
      Pattern.compile(
          "\\d{1,9} 0 obj\n<<(?:/Certs\\[([0-9 R]*)\\])?(?:/OCSPs\\[([0-9 R]*)\\])?"
              + "(?:/CRLs\\[([0-9 R]*)\\])?/Type/DSS>>\n");
  private static final byte[] END = "\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST = 64;
  private static final int LONGEST_HEAD = 64;
  private static final int LONGEST_STORE = 64 + 16 * MOST * ArchiveCheck.MOST;

  private StoredProofs() {}

  /** What is kept after the sealed part of a file. */
  static LongTerm read(byte[] file, int sealed) throws SealRefused {
    return read(file, sealed, List.of());
  }

  /**
   * What is kept after a part of a file.
   *
   * @param earlier what is kept within that part, which the store names before the rest
   * @throws SealRefused where something else follows
   */
  static LongTerm read(byte[] file, int sealed, List<LongTerm> earlier) throws SealRefused {
    List<byte[]> found = new ArrayList<>();
    int at = sealed;
    Matcher head = STREAM.matcher(text(file, at, LONGEST_HEAD));
    while (head.lookingAt() && found.size() < MOST) {
      int start = at + head.end();
      int end = start + Integer.parseInt(head.group(1));
      require(end + END.length <= file.length);
      found.add(Arrays.copyOfRange(file, start, end));
      at = end + END.length;
      head = STREAM.matcher(text(file, at, LONGEST_HEAD));
    }
    Matcher store = STORE.matcher(text(file, at, LONGEST_STORE));
    require(store.lookingAt());
    int certificates = references(store.group(1), earlier, LongTerm::certificates);
    int answers = certificates + references(store.group(2), earlier, LongTerm::answers);
    int lists = references(store.group(3), earlier, LongTerm::lists);
    require(answers + lists == found.size());
    return new LongTerm(
        found.subList(0, certificates),
        found.subList(certificates, answers),
        found.subList(answers, found.size()));
  }

  /** How many are new. */
  private static int references(
      String names, List<LongTerm> earlier, Function<LongTerm, List<byte[]>> kind)
      throws SealRefused {
    long all = names == null ? 0 : names.chars().filter(letter -> letter == 'R').count();
    int fresh = (int) all - earlier.stream().mapToInt(kept -> kind.apply(kept).size()).sum();
    require(fresh >= 0);
    return fresh;
  }

  private static String text(byte[] file, int at, int most) {
    int length = Math.max(0, Math.min(most, file.length - at));
    return new String(file, Math.min(at, file.length), length, StandardCharsets.ISO_8859_1);
  }

  private static void require(boolean met) throws SealRefused {
    if (!met) {
      throw new SealRefused(Fault.APPENDED);
    }
  }
}
