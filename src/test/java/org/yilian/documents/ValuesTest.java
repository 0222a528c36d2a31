package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilian.kernel.Field;
import org.yilian.kernel.Refusal;

class ValuesTest {
  private static final Fonts FONTS = Fonts.load(null);
  private final Templates templates = new Templates(null, FONTS, false);

  @Test
  void namesEveryFaultAtOnce() {
    Map<String, Object> values = new HashMap<>(Samples.agreement());
    values.remove("number");
    values.put("sealedOn", "2026-08-27");
    values.put("sealdOn", true);
    values.put("text", "字".repeat(40_001));
    values.put("signatures", List.of(Map.of("role", "申请人", "picture", new byte[40])));
    assertEquals(
        List.of(
            "number", "text", "signatures[0].name", "signatures[0].picture", "sealedOn", "sealdOn"),
        faults("people-mediation-agreement", values).stream().map(Field::name).toList());
  }

  @Test
  void namesTheCharacterThatNoFontHas() {
    Map<String, Object> values = new HashMap<>(Samples.address());
    values.put("name", "王\uD883\uDC00明"); // U+30C00 is in a plane of its own
    values.put("recipient", "王\u0007明");
    values.put("matter", "😀");
    List<Field> faults = faults("address-for-service", values);
    assertEquals(
        List.of("matter", "name", "recipient"), faults.stream().map(Field::name).sorted().toList());
    String reasons = faults.toString();
    assertTrue(reasons.contains("「😀」（U+1F600）"), reasons);
    assertTrue(reasons.contains("U+30C00"), reasons);
    assertTrue(reasons.contains("（U+0007）"), reasons);
  }

  @Test
  void aCharacterThatOnlyATemplateHoldsStopsItToo(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("address-for-service.html"), "<html><p>😀</p></html>");
    Templates edited = new Templates(folder, FONTS, false);
    Refusal refusal =
        assertThrows(Refusal.class, () -> edited.fill("address-for-service", Samples.address()));
    assertEquals("template-broken", refusal.code());
    assertTrue(refusal.detail().contains("😀"));
  }

  @Test
  void whatPeopleWriteIsNeverMarkup() {
    Map<String, Object> values = new HashMap<>(Samples.address());
    values.put("matter", "<b>&amp;</b>{{ name }}");
    String wording = Wording.of(templates.fill("address-for-service", values));
    assertTrue(wording.contains("事由 <b>&amp;</b>{{ name }}"), wording);
  }

  @Test
  void theWordingOfAnAgreementIsItsText() {
    assertEquals(
        Samples.TEXT
            .lines()
            .filter(line -> !line.isBlank())
            .map(String::strip)
            .collect(Collectors.joining("\n")),
        Wording.of(templates.fill("people-mediation-agreement", Samples.agreement())));
  }

  @Test
  void theWordingOfAnApplicationLeavesOutTheSignatures() {
    Map<String, Object> values = new HashMap<>(Samples.application());
    String before = Wording.of(templates.fill("confirmation-application", values));
    values.put("signatures", List.of(Map.of("role", "申请人", "name", "另一个人")));
    assertEquals(before, Wording.of(templates.fill("confirmation-application", values)));
    assertTrue(before.startsWith("司法确认申请书\n申请人：杨䶮𠅤，女，1979年3月4日出生"), before);
  }

  private List<Field> faults(String template, Map<String, Object> values) {
    return assertThrows(Refusal.class, () -> templates.fill(template, values)).fields();
  }
}
