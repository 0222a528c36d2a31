package org.yilian.disputes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a word of danger plainly is a part of something of daily life: what stands directly before
 * or behind it makes it a shop, a price, an animal, a day of rain. What could be meant otherwise is
 * not here: whoever judges an alarm is a person.
 */
final class HarmlessWords {
  private static final String TRADE = "(店|厂|铺|摊|公司|作坊|市场|专卖|批发|零售|品牌|商标|生意|经营|生产|销售|加工|质量)";

  private static final String UNLIKE = "(?!一样|似的|般|那样)";
  private static final String PEST = "(害虫|虫|白蚁|蟑螂|蚊子|苍蝇|老鼠|细菌|病菌|病毒|菌|毒)" + UNLIKE;

  /** Nothing follows that could make a surname of it. */
  private static final String LIVESTOCK = "(年猪|[鸡鸭鹅鱼猪羊牛](?=$|[，。、；！？,.!?;\\s了卖吃过请时分]))";

  private static final String KILLED = "(" + PEST + "|" + LIVESTOCK + "|价|青)";

  /**
   * These count only in a sentence that tells of no intent: a filling station can be set on fire.
   */
  private static final Pattern THINGS =
      any(
          "(?<=^|[在去从往至离近个家处座向区县市镇村路街侧边号化，、：（])汽油(?=站(?![在到了着起立住上]))",
          "(?<![桶瓶壶箱升了着])汽油(?=费|钱(?!包)|票|价|款|补贴|报销|发电机|割草机|锯|库|机(?!会))",
          "(?<![拿持提举着把带用挥拎抡操抄揣藏备买了出起])(菜刀|砍刀)(?=具?" + TRADE + ")",
          "(菜刀|砍刀)(?=退货|退款|生锈|卷刃|发票)|(?<=卖)(菜刀|砍刀)(?=的)",
          "(?<=[支主坚维保扶])持刀",
          "[拿持]刀(?=具" + TRADE + "|鱼|郎|削面|切(菜|肉|瓜|水果|蛋糕)" + UNLIKE + ")",
          "爆炸(?=头(?![部上顶破皮])|性(新闻|增长)|式增长|盐|糖|土豆|鱿鱼|鸡排)",
          "(?<=信息|知识|人口|数据)爆炸",
          "(?<=(电池|压力锅|高压锅|热水器|轮胎|车胎|玻璃|手机|充电宝|气球|灯泡|啤酒瓶|茶几|淋浴房|暖气片|水管|电视机|洗衣机|冰箱)"
              + "(突然|自行|意外|发生)?)爆炸",
          "(?<![有买藏带拿装埋])雷管(?=委会|理员|理处|家(说|来|上门|处理|答复|负责|在场))");

  private static final Pattern INTENT =
      Pattern.compile(
          "扬言|威胁|恐吓|点燃|点着|点了|点火|放火|纵火|引爆|火烧|一把火|烧(?!烤|饼|酒|鸡|腊|水|香|纸|菜)|"
              + "炸(?!鸡|酱|串|鱼)|泼|浇|砍|捅|杀|报复|偿命|拼命|拿命|一起死|不活|不想活|动手|冲");

  /** What is harmless whatever else is said. */
  private static final Pattern ORDINARY =
      any(
          "要杀(?=" + KILLED + ")",
          "杀[了死](?=[一两几三四五\\d]{0,2}[只头条]?" + KILLED + ")",
          "(?<=[来亲擅私])自杀(?=" + KILLED + ")",
          "自杀(?=式(降价|促销|营销))",
          "(?<=(果树|树苗|花草|庄稼|菜苗|秧苗|鱼苗|鸡苗|盆景|绿萝|金鱼|家禽|牲畜|蚊子|苍蝇|老鼠|蟑螂)(都|全|全都|给|被)?)[弄打砍]死",
          "打死(?=结(?![果案束婚局])|扣(?![押住下留])|(蚊子|苍蝇|老鼠|蟑螂)" + UNLIKE + ")",
          "(?<![被人把给])打死(?=也?不(同意|认账|承认|签字|松口|肯|愿)(?!.{0,3}的))",
          "(?<=[消扑熄])灭门|灭门(?=口的)",
          "跳楼(?=价|机(?![会关])|货|(大|亏本)?(甩卖|清仓|减价|促销)|特价|处理价)",
          "(?<=减|(?<![青少老成中去今前当往])年)轻生(?=意(?![念图愿向识])|产|活|育|病|态|物|孩|娃|命(?!危险))",
          "不想活(?=动(?!不动))",
          "跳[江河](?=[边畔滩].{0,3}舞)",
          "(?<![被遭受])家暴(?=雨|涨|利|晒|露|发户)",
          "(?<=国)家暴(?=力机)",
          "(?<=反)(家暴|家庭暴力)(?=法?(宣传|讲座|培训|知识|普法))",
          "打(老婆|孩子)(?=的?(电话|手机|招呼|疫苗|预防针))",
          "(?<=[消中病排杀解])毒打(?=扫|针|疫苗|点滴|吊针|电话|印|包装|卡)");

  private static final Pattern SENTENCE = Pattern.compile("[^。！？；!?;\\n]+");
  private static final String GAP = "·";

  private HarmlessWords() {}

  private static Pattern any(String... phrases) {
    return Pattern.compile(String.join("|", phrases));
  }

  /** The text with a gap where such a word stood. */
  static String leftOut(String text) {
    String rest = ORDINARY.matcher(text).replaceAll(GAP);
    return SENTENCE
        .matcher(rest)
        .replaceAll(sentence -> Matcher.quoteReplacement(things(sentence.group())));
  }

  private static String things(String sentence) {
    String rest = THINGS.matcher(sentence).replaceAll(GAP);
    return INTENT.matcher(rest).find() ? sentence : rest;
  }
}
