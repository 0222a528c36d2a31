package org.yilian.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.disputes.DisputeType;

/** The digest and the cases beside the law itself, where a collection lies beside the project. */
class DigestAgainstLawTest {
  private static final Path STATUTES = Path.of("../shared/law/statutes.jsonl.gz");

  /** Longer runs of the same characters are a quotation, which a gist never is. */
  private static final int LONGEST_SHARED_RUN = 12;

  private static final int CASES_OF_A_TYPE = 3;

  private static Digest digest;

  @BeforeAll
  static void load() {
    digest = Digest.loaded();
  }

  @Test
  void everyTypeOfDisputeHasItsGistsAndThreeCases() {
    Map<String, Long> cases =
        digest.cases().stream()
            .collect(Collectors.groupingBy(TypicalCase::type, Collectors.counting()));
    Set<String> types =
        digest.gists().stream().flatMap(g -> g.types().stream()).collect(Collectors.toSet());
    for (DisputeType type : DisputeType.values()) {
      assertTrue(cases.getOrDefault(type.name(), 0L) >= CASES_OF_A_TYPE, type.name());
      assertTrue(types.contains(type.name()), type.name());
    }
    assertTrue(digest.gists().stream().noneMatch(gist -> gist.words().isEmpty()));
  }

  /** A case without its law would be a story. */
  @Test
  void everyArticleOfACaseStandsInTheDigest() {
    for (TypicalCase one : digest.cases()) {
      assertTrue(!one.articles().isEmpty(), one.title());
      for (String cited : one.articles()) {
        assertTrue(Citation.parse(cited).flatMap(digest::gist).isPresent(), cited);
      }
    }
  }

  @Test
  void everyCitedArticleExistsAndNoGistQuotesIt() throws IOException {
    assumeTrue(Files.exists(STATUTES), "no collection of statutes beside the project");
    Map<String, String> law = law();
    List<String> faults = new ArrayList<>();
    for (Gist gist : digest.gists()) {
      String text = law.get(gist.law() + gist.number());
      if (text == null) {
        faults.add("no such article: " + gist.law() + gist.number());
      } else {
        String shared = longestShared(bare(gist.gist()), bare(text));
        if (shared.length() > LONGEST_SHARED_RUN) {
          faults.add("quoted: " + gist.law() + gist.number() + " " + shared);
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  private static Map<String, String> law() throws IOException {
    Map<String, String> all = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(STATUTES)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonObject article = new JsonObject(line);
        all.put(article.getString("law") + article.getString("article"), article.getString("text"));
      }
    }
    return all;
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\p{P}]", "");
  }

  private static String longestShared(String one, String other) {
    String longest = "";
    for (int from = 0; from < one.length(); from++) {
      while (from + longest.length() < one.length()
          && other.contains(one.substring(from, from + longest.length() + 1))) {
        longest = one.substring(from, from + longest.length() + 1);
      }
    }
    return longest;
  }

  @Test
  void theMeasureOfAQuotationSeesOne() {
    assertEquals("二三四", longestShared("一二三四五", "零二三四六"));
    assertEquals(List.of("甲乙"), Arrays.asList(bare("甲，\n乙。")));
  }
}
