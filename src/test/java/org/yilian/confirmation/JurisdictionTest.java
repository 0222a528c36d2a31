package org.yilian.confirmation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yilian.confirmation.Jurisdiction.Competence;
import org.yilian.confirmation.Jurisdiction.Court;
import org.yilian.confirmation.Jurisdiction.Domicile;
import org.yilian.confirmation.Jurisdiction.Ground;
import org.yilian.confirmation.Jurisdiction.Matter;
import org.yilian.disputes.CourtLevel;
import org.yilian.disputes.DisputeType;

class JurisdictionTest {
  private static final Court EAST = new Court("east", "东山区法院", "江城市东山区", CourtLevel.BASIC);
  private static final Court WEST = new Court("west", "西水区法院", "江城市西水区", CourtLevel.BASIC);
  private static final Court NORTH = new Court("north", "北原县法院", "江城市北原县", CourtLevel.BASIC);
  private static final Court CITY = new Court("city", "江城市中院", "江城市", CourtLevel.INTERMEDIATE);
  private static final List<Court> COURTS = List.of(NORTH, WEST, EAST, CITY);

  private final Jurisdiction jurisdiction = new Jurisdiction();

  @Test
  void theOrganisationTheThingAndEachPartyBringTheirCourts() {
    List<Competence> found = jurisdiction.of(matter("江城市西水区", "北原县", null, false), COURTS);
    assertEquals(List.of("east", "north", "west"), ids(found));
    assertEquals(Ground.ORGANISATION_SEAT, found.get(0).ground());
    assertEquals("调解组织所在地；王芳的住所地", found.get(0).words());
    assertEquals(Ground.SUBJECT_MATTER, found.get(1).ground());
    assertEquals("李强的住所地", found.get(2).words());
    assertTrue(found.get(2).article().contains("民事诉讼法第二百零五条第二项"));
  }

  @Test
  void anUnknownHomeBringsNone() {
    assertEquals(List.of("east"), ids(jurisdiction.of(matter(null, null, null, false), COURTS)));
    assertEquals(List.of("east"), ids(jurisdiction.of(matter("", "", null, false), COURTS)));
  }

  @Test
  void theInvitingCourtStandsAlone() {
    List<Competence> found = jurisdiction.of(matter("西水区", null, "north", false), COURTS);
    assertEquals(List.of("north"), ids(found));
    assertEquals("民事诉讼法第二百零五条第一项", found.get(0).article());
    assertEquals(List.of(), jurisdiction.of(matter("西水区", null, "gone", false), COURTS));
  }

  @Test
  void anIntermediateCourtCoversItsCity() {
    List<Competence> found = jurisdiction.of(matter("西水区", null, null, true), COURTS);
    assertEquals(List.of("city"), ids(found));
  }

  @Test
  void labourGoesToTheCommitteesSeatOnly() {
    Matter wages =
        new Matter(
            DisputeType.MIGRANT_WAGE,
            List.of(new Domicile("王芳", "西水区")),
            List.of("江城市东山区"),
            "北原县",
            null,
            true);
    List<Competence> found = jurisdiction.of(wages, COURTS);
    assertEquals(List.of("east"), ids(found));
    assertEquals(Ground.LABOUR_COMMITTEE_SEAT, found.get(0).ground());
    assertEquals("劳动争议司法解释（一）第五十二条", found.get(0).article());
  }

  @Test
  void eachOfSeveralOrganisationsBringsItsCourt() {
    Matter joint =
        new Matter(DisputeType.CONTRACT, List.of(), List.of("东山区", "西水区"), null, null, false);
    assertEquals(List.of("east", "west"), ids(jurisdiction.of(joint, COURTS)));
  }

  @ParameterizedTest
  @CsvSource({
    "江城市东山区平安路1号, 江城市东山区, true",
    "江城市东山区平安路1号, 东山区, true",
    "东山区平安街道幸福小区, 江城市东山区, true",
    "某省江城市东山区, 江城市东山区, true",
    "海城市东山区平安路1号, 江城市东山区, false",
    "江城市西水区东山区路1号, 江城市西水区, true",
    "江城市西水区, 江城市东山区, false",
    "江城市东山区, 江城市, true",
    "某省北原县, 江城市北原县, true",
    "甲省北原县, 乙省北原县, false",
    "平安路1号, 江城市东山区, false",
    "江城市东山区, 平安路, false"
  })
  void tellsWhereAPlaceLies(String place, String district, boolean lies) {
    assertEquals(lies, Place.of(place).liesIn(Place.of(district)));
  }

  private static Matter matter(String home, String thing, String inviting, boolean intermediate) {
    return new Matter(
        DisputeType.HOUSE_HOMESTEAD,
        List.of(new Domicile("王芳", "江城市东山区平安路1号"), new Domicile("李强", home)),
        List.of("江城市东山区"),
        thing,
        inviting,
        intermediate);
  }

  private static List<String> ids(List<Competence> found) {
    return found.stream().map(Competence::courtId).toList();
  }
}
