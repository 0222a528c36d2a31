package org.yilian.documents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Where the objects of a revision are, in either of the two kinds that PDF knows. */
final class XrefSection {
  private static final int IN_USE = 1;

  private XrefSection() {}

  /** A table, its trailer after it. */
  static void table(ByteArrayOutputStream file, TreeMap<Long, Integer> places, String trailer) {
    StringBuilder table = new StringBuilder("xref\n");
    for (long[] run : runs(places)) {
      table.append(run[0]).append(' ').append(run[1]).append('\n');
      for (long number = run[0]; number < run[0] + run[1]; number++) {
        table.append(String.format(Locale.ROOT, "%010d 00000 n\r\n", places.get(number)));
      }
    }
    text(file, table + "trailer\n<<" + trailer + ">>\n");
  }

  /** A stream, which is the last of the objects and holds its trailer; not packed. */
  static void stream(ByteArrayOutputStream file, TreeMap<Long, Integer> places, String trailer) {
    StringBuilder index = new StringBuilder();
    runs(places).forEach(run -> index.append(' ').append(run[0]).append(' ').append(run[1]));
    text(
        file,
        places.lastKey()
            + " 0 obj\n<</Type/XRef/W[1 4 0]/Index["
            + index.substring(1)
            + "]/Length "
            + 5 * places.size()
            + trailer
            + ">>\nstream\n");
    for (int place : places.values()) {
      file.write(IN_USE);
      for (int shift = 24; shift >= 0; shift -= 8) {
        file.write(place >>> shift);
      }
    }
    text(file, "\nendstream\nendobj\n");
  }

  /** First numbers and lengths of what follows each other. */
  private static Iterable<long[]> runs(TreeMap<Long, Integer> places) {
    TreeMap<Long, long[]> runs = new TreeMap<>();
    for (long number : places.keySet()) {
      Map.Entry<Long, long[]> last = runs.lastEntry();
      if (last != null && last.getValue()[0] + last.getValue()[1] == number) {
        last.getValue()[1]++;
      } else {
        runs.put(number, new long[] {number, 1});
      }
    }
    return runs.values();
  }

  private static void text(ByteArrayOutputStream file, String text) {
    file.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
