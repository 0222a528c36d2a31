package org.yilian.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yilian.disputes.DisputeType;
import org.yilian.knowledge.Citation;
import org.yilian.knowledge.Digest;

/** Guides: whole, resting on the digest, and found by what people say. */
class GuidesTest {
  private static final Pattern PROMISE =
      Pattern.compile("一定(能|会|可以)?(赢|胜|判|要回|拿到)|保证(能|会)|肯定(能|会)|包赢|必胜|百分之百");

  private final Guides guides = Guides.loaded();

  @Test
  void everyGuideRestsOnTheDigestAndPromisesNothing() {
    Digest digest = Digest.loaded();
    Set<String> types =
        Arrays.stream(DisputeType.values()).map(Enum::name).collect(Collectors.toSet());
    Set<String> ids = new HashSet<>();
    for (Guide guide : guides.all()) {
      assertTrue(ids.add(guide.id()), guide.id());
      assertTrue(types.contains(guide.type()), guide.id());
      guide.conclusion().forEach(text -> assertFalse(PROMISE.matcher(text).find(), text));
      for (String name : guide.articles()) {
        assertTrue(Citation.parse(name).flatMap(digest::gist).isPresent(), name);
      }
    }
    assertEquals(types, guides.types().keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "divorce-house, 半夜睡不着，离婚了房子是不是就没了",
    "divorce-house, 婚前我付的首付婚后一起还贷离婚怎么分",
    "divorce-how, 我想离婚他不同意怎么办",
    "custody, 孩子八岁了归谁",
    "support-child, 前夫不给抚养费",
    "bride-price, 没领证彩礼能要回来吗",
    "spouse-debt, 老公在外面欠的债我要还吗",
    "elder-support, 大哥不管爸妈怎么办",
    "inheritance, 爸爸去世了房子怎么继承",
    "will, 打印的遗嘱有效吗",
    "leak, 楼上漏水把我家天花板泡坏了",
    "noise, 楼上天天半夜弹琴太吵",
    "dog, 被邻居没牵绳的狗咬了",
    "dispute-loan, 朋友借钱不还没有借条",
    "guarantee, 我给朋友作保他跑了",
    "deposit, 定金能退吗",
    "rent, 房东不退押金",
    "wage-site, 包工头跑了工钱没给",
    "wage, 公司拖欠工资三个月",
    "wage, 老板欠我三个月工资不给",
    "wage, 两个月没发工资了怎么办",
    "dispute-loan, 他欠我两万块一直不还",
    "noise, 邻居半夜唱歌吵得睡不着",
    "divorce-house, 老公说离婚房子全归他",
    "traffic, 被电动车撞了他不赔",
    "rent, 租的房子房东要提前收回",
    "refund, 买的东西是假货商家不退",
    "visiting, 前妻不让我看孩子",
    "fight, 跟人打架把人打伤了要赔多少",
    "inheritance, 父母走了房子兄弟几个怎么分遗产",
    "throwing, 楼上扔东西砸到我的车",
    "light-build, 邻居盖房挡了我家阳光",
    "defame, 有人在业主群里骂我",
    "dismissal, 公司突然辞退我有补偿吗",
    "no-contract, 上班半年没签合同",
    "work-injury, 上班路上被车撞了算工伤吗",
    "traffic, 电动车被撞对方全责怎么赔",
    "medical, 怀疑医院误诊",
    "prepaid, 健身房关门了卡里的钱怎么办",
    "online, 网购的衣服拆了还能七天无理由退货吗",
    "property-fee, 物业不干活可以不交物业费吗",
    "land, 外嫁女的承包地被村里收回了",
    "expropriation, 拆迁评估太低不想签",
    "minor-spend, 孩子玩游戏充值八千",
    "mediation, 调解要收费吗",
    "legal-aid, 没钱请律师怎么办",
    "annual-leave, 公司不给年假",
    "school, 孩子在学校被同学打了",
    "gift, 我妈七十了弟弟把她的存折拿走了怎么办",
    "light-build, 隔壁装修把我家墙震裂了",
    "online, 快递把我的东西弄丢了",
    "hidden-property, 我老公在外面有人了怎么办",
    "passage, 邻居在楼道停电动车充电",
    "expropriation, 村里修路占了我家地不给钱",
    "dispute-loan, 相亲对象借了我两万拉黑我",
    "refund, 美容院打针脸肿了",
    "school, 幼儿园放学孩子摔断了胳膊",
    "mistaken-transfer, 微信转错账了对方不还",
  })
  void theRightGuideIsFound(String id, String question) {
    assertEquals(id, guides.fitting(question, "").map(Guide::id).orElse("none"));
  }

  @Test
  void everyDangerButTheOneToOneselfHasItsGuide() {
    for (Alarm alarm : Alarm.values()) {
      assertEquals(alarm != Alarm.SELF_HARM, alarm.guide().flatMap(guides::named).isPresent());
    }
  }

  @Test
  void aFollowUpKeepsToItsThread() {
    String before = "离婚房子怎么分 ";
    assertEquals("custody", guides.fitting("那孩子呢", before).orElseThrow().id());
    assertEquals("divorce-house", guides.fitting("要准备什么证据", before).orElseThrow().id());
    assertEquals("dispute-loan", guides.fitting("朋友欠钱不还", before).orElseThrow().id());
  }
}
