package org.yilian.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yilian.disputes.DisputeType;

/** What ships with the product. */
class DigestTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

  private final Digest digest = Digest.loaded();

  @Test
  void everyEntryIsOfAKnownTypeAndThereOnce() {
    Set<String> types =
        Arrays.stream(DisputeType.values()).map(Enum::name).collect(Collectors.toSet());
    Set<String> seen = new HashSet<>();
    for (Gist gist : digest.gists()) {
      assertTrue(types.containsAll(gist.types()), gist.toString());
      assertTrue(seen.add(LawName.key(gist.law()) + gist.number()), gist.toString());
    }
    digest.cases().forEach(one -> assertTrue(types.contains(one.type()), one.title()));
  }

  @Test
  void aGistIsFoundHoweverItsLawIsWritten() {
    assertTrue(gist("民法典第一千零八十四条").isPresent());
    assertEquals(gist("民法典第一千零八十四条"), gist("《中华人民共和国民法典》第1084条"));
    assertTrue(gist("刑法第一千零八十四条").isEmpty());
  }

  private Optional<Gist> gist(String article) {
    return digest.gist(Citation.parse(article).orElseThrow());
  }

  @Test
  void withoutAnImportAnswersRestOnTheDigest() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Knowledge knowledge = new Knowledge(vertx, null, digest);
      Found found = knowledge.search("离婚后孩子的抚养费怎么算", DAY, 5).await(20, TimeUnit.SECONDS);
      assertTrue(found.hits().stream().anyMatch(hit -> hit.number().toString().equals("第一千零八十五条")));
      assertTrue(found.hits().get(0).article().isEmpty());
      assertFalse(found.offTopic());
    } finally {
      vertx.close().await(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void namesOfOneLawAreOneKey() {
    List<String> same =
        Stream.of("民法典", "《中华人民共和国民法典》", "民法典(2020-05-28)", "中华人民共和国民法典（2020年5月28日）")
            .map(LawName::key)
            .distinct()
            .toList();
    assertEquals(List.of("民法典"), same);
    assertEquals(LawName.key("最高人民法院 最高人民检察院关于某事的解释（三）"), LawName.key("最高人民法院、最高人民检察院关于某事的解释(三)"));
    assertFalse(LawName.key("宪法修正案（1988年）").equals(LawName.key("宪法修正案（1993年）")));
    assertFalse(LawName.key("某解释（一）").equals(LawName.key("某解释（二）")));
  }
}
