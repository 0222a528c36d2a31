package org.yilian.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yilian.disputes.DisputeType;

/** Clauses as mediators write them, each with all the findings it leads to and no other. */
class ClausesTest {
  @ParameterizedTest
  @MethodSource("rows")
  void findsWhatIsThereAndNoMore(Row row) {
    Drafts drafts = new Drafts().type(DisputeType.valueOf(row.type));
    if (row.text.contains(Drafts.COMPANY.name())) {
      drafts.parties = List.of(Drafts.WANG, Drafts.COMPANY);
      drafts.terms(Clause.of(Drafts.SOUND.text().replace("李强", Drafts.COMPANY.name())));
    }
    switch (row.section) {
      case "F":
        drafts.facts = row.text;
        break;
      case "I":
        drafts.issues = row.text;
        break;
      case "R":
        drafts.responsibility = row.text;
        break;
      default:
        drafts.terms(Clause.of(row.text));
    }
    assertEquals(row.codes, new TreeSet<>(drafts.codes()), row.text);
  }

  @Test
  void holdsAtLeastAsManyInnocentClausesAsFortyPercent() throws IOException {
    List<Row> rows = rows().toList();
    long innocent = rows.stream().filter(row -> row.codes.isEmpty()).count();
    assertTrue(
        rows.size() >= 70 && innocent * 10 >= rows.size() * 4L, innocent + "/" + rows.size());
  }

  static Stream<Row> rows() throws IOException {
    try (InputStream in = ClausesTest.class.getResourceAsStream("/clauses.tsv")) {
      String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return file.lines().filter(line -> !line.startsWith("#")).map(Row::of).toList().stream();
    }
  }

  record Row(String section, String type, Set<String> codes, String text) {
    static Row of(String line) {
      String[] cells = line.split("\t");
      Set<String> codes =
          cells[2].equals("-") ? Set.of() : new TreeSet<>(List.of(cells[2].split(",")));
      return new Row(cells[0], cells[1], codes, cells[3]);
    }
  }
}
