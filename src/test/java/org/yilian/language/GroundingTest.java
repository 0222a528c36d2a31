package org.yilian.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model may not add, and what does not leave. */
class GroundingTest {
  private static final String SAID =
      "你们家就是不要脸！水漏了三个月，我家吊顶全毁了，最少赔6500元，下周不给我就去法院告你，李建国也看见了。找过你们两次，押金给了五千，修了1.2万。";

  private static final Grounding GROUNDING = new Grounding(SAID, List.of("李建国", "何演示", "幸福物业公司"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "漏水已经有三个月，吊顶受损，希望赔偿六千五百元。",
        "希望下周能收到6,500元的赔偿，李建国也在场。",
        "感谢对方理解，这件事拖了三个月，主张赔偿，也愿意好好商量。",
        "如果谈不成，会考虑去法院。",
        "已经找过2次，五千元押金和12000元修理费希望退还。",
        "希望双方互相体谅，都退一步，一起把事情解决好，陆续把吊顶修好。"
      })
  void whatAddsNothingHolds(String text) {
    assertTrue(GROUNDING.holds(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "希望赔偿八千元。",
        "希望赔偿８０００元。",
        "希望赔偿6500万元。",
        "希望赔偿6500元，并在10天内付清。",
        "希望四年内解决。",
        "希望一个月内解决。",
        "希望明天能解决。",
        "希望年底前解决。",
        "希望中秋前解决。",
        "希望本周解决。",
        "何演示愿意承担。",
        "幸福物业公司愿意承担。",
        "请尤师傅出面。",
        "张伟也看见了，希望赔偿。",
        "请王女士出面。",
        "根据《民法典》应当赔偿。",
        "依照民法典的规定应当赔偿。",
        "按第一千一百六十五条应当赔偿。",
        "否则会起诉。",
        "律师会处理。",
        "否则会报警。",
        "这已经是犯罪。",
        "《办法》写得清楚。",
        "一定能拿到赔偿。",
        "保证拿到赔偿。",
        "Lane B: secret",
        "百分之五十的责任在对方。",
        "赔一万元。"
      })
  void whatAddsSomethingDoesNot(String text) {
    assertFalse(GROUNDING.holds(text), text);
  }

  @Test
  void whoIsMeantLeavesAsMarksAndComesBack() {
    Mask mask = new Mask(List.of("杨演示", "演示建筑工程有限公司"));
    String masked =
        mask.hide("杨演示说，找演示建筑工程有限公司的周师傅，电话13800000001，证件990101199001010019，住302室，要6500元");
    assertFalse(masked.contains("杨演示") || masked.contains("公司") || masked.contains("周师傅"), masked);
    assertFalse(masked.contains("1380000") || masked.contains("9901011") || masked.contains("302"));
    assertTrue(masked.contains("6500元"), masked);
    assertEquals(
        Optional.of("请杨演示联系13800000001"),
        mask.show("请" + after(masked, "") + "联系" + after(masked, "电话")),
        masked);
    assertEquals(Optional.empty(), mask.show("⟦99⟧同意"));
    assertEquals(Optional.empty(), mask.show("⟦0⟧同意"));
    assertEquals(Optional.empty(), mask.show("⟦1同意"));
  }

  /** A name that begins another, one within the number of a case, one that is said twice. */
  @Test
  void whateverWasHiddenComesBackWhole() {
    Mask mask = new Mask(List.of("幸福物业", "幸福物业水电部", "乐平"));
    String said = "幸福物业水电部欠钱，幸福物业不管，（2024）乐平民初12号写了，信箱jia@yi.example，幸福物业水电部知道";
    String masked = mask.hide(said);
    for (String hidden : List.of("水电部", "物业", "乐平", "2024", "jia@")) {
      assertFalse(masked.contains(hidden), hidden + " left: " + masked);
    }
    assertEquals(Optional.of(said), mask.show(masked), masked);
  }

  @Test
  void whoTypesAMarkHimselfMeansNobodyByIt() {
    Mask mask = new Mask(List.of("杨演示"));
    assertEquals("⟦1⟧说了1", mask.hide("杨演示说了⟦1⟧"));
  }

  private static String after(String text, String word) {
    String rest = text.substring(text.indexOf(word) + word.length());
    return rest.substring(0, rest.indexOf('⟧') + 1);
  }

  @Test
  void namesThatNobodyKnewLeaveAsMarksToo() {
    Mask mask = new Mask(List.of());
    String masked = mask.hide("我叫张小明，房东李建国欠王芳三个月押金，和赵强说了也没用");
    assertFalse(masked.contains("小明") || masked.contains("建国"), masked);
    assertFalse(masked.contains("赵强"), masked);
    assertTrue(masked.contains("三个月押金"), masked);
  }
}
