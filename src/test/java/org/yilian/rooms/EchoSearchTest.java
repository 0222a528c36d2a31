package org.yilian.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EchoSearchTest {
  private static final String CLAUSE = "李强于十二月底前把顶棚修好并刷白。";
  private static final String SAID = "我要求十二月底前，把顶棚修好并刷白！";

  private final EchoSearch search =
      new EchoSearch(List.of("双方互不打扰。", CLAUSE), List.of("演示市演示区示例大街一百零八号"));

  private static EchoSearch.Heard said(String lane, String author, String text) {
    return new EchoSearch.Heard(lane, author, text, false, null);
  }

  @Test
  void aSidesPrivateWordsEcho() {
    search.hear(said("A", "A", SAID));
    assertEquals(Set.of(1), search.echoes());
  }

  @Test
  void elevenCharactersAreNoEcho() {
    search.hear(said("A", "A", "把顶棚修好并刷白，再说月底前"));
    search.hear(said("A", "A", "十二月底前把顶棚修好并"));
    assertEquals(Set.of(), search.echoes());
    search.hear(said("A", "A", "十二月底前把顶棚修好并刷"));
    assertEquals(Set.of(1), search.echoes());
  }

  @Test
  void whatStaffSaidFirstIsTheirs() {
    search.hear(said("B", null, SAID));
    search.hear(said("A", "A", SAID));
    assertEquals(Set.of(), search.echoes());
  }

  @Test
  void whatStaffRepeatLaterIsTheSidesStill() {
    search.hear(said("A", "A", SAID));
    search.hear(said("A", null, SAID));
    assertEquals(Set.of(1), search.echoes());
  }

  @Test
  void whatAllReadIsNoSecret() {
    search.hear(said("A", "A", SAID));
    search.hear(said(null, "A", SAID));
    assertEquals(Set.of(), search.echoes());
  }

  @Test
  void whatBothSaidForThemselvesIsNoSecret() {
    search.hear(said("A", "A", SAID));
    search.hear(said("B", "B", SAID));
    assertEquals(Set.of(), search.echoes());
  }

  @Test
  void anAuthorLetsHisWordsOrAnotherWordingPass() {
    search.hear(new EchoSearch.Heard("A", "A", SAID, true, null));
    assertEquals(Set.of(), search.echoes());
    EchoSearch reworded = new EchoSearch(List.of(CLAUSE), List.of());
    reworded.hear(new EchoSearch.Heard("A", "A", "别的原话", false, SAID));
    reworded.hear(said("A", "A", SAID));
    assertEquals(Set.of(), reworded.echoes());
  }

  @Test
  void namesAndAddressesAreNobodysSecret() {
    EchoSearch about = new EchoSearch(List.of("演示市演示区示例大街一百零八号腾空"), List.of("演示市演示区示例大街一百零八号"));
    about.hear(said("A", "A", "我住演示市演示区示例大街一百零八号"));
    assertEquals(Set.of(), about.echoes());
  }
}
