package org.yilian.answers;

import java.util.regex.Pattern;

/**
 * What a question is about, by its words alone. Everyday words, such as children, schools and
 * firms, stand in disputes as well as in the rest of life: with words of cooking, play or health
 * and without any of law they are about the rest.
 */
final class Subject {
  /** A question names an article: it is asked for that one, whatever else it says. */
  private static final Pattern ARTICLE =
      Pattern.compile("第\\s*[0-9零一二三四五六七八九十百千]+\\s*条|法典?\\s*[0-9]+");

  private static final Pattern LAW =
      Pattern.compile(
          "法|罪|罚|诉|判决|判刑|刑|赔|偿|告(他|她|上|状)|官司|仲裁|合同|协议|条款|约定|违约|纠纷|权|责任|义务|承担|欠|债"
              + "|借|还钱|租|工资|工伤|劳动|婚|夫妻|遗|继承|抚养|赡养|物业|小区|业主|噪|漏水|打人|事故|车祸|保险|担保|抵押|质押"
              + "|保证|定金|押金|退款|退货|商家|商标|专利|著作|侵|骗|偷|盗|抢|毁|投诉|举报|报警|公安|警|派出所|政府|行政|复议|许可"
              + "|登记|调解|证据|补偿|征收|拆迁|宅基|承包|辞退|社保|维权|隐私|名誉|姓名|肖像|运费|保管|委托|代理|中介|合伙|入股|股东"
              + "|股权|破产|寄存|仓储|承揽|票据|病历|收养|监护|污染|排放|合法|有效|无效|生效|撤销|解除");

  /** What went wrong between people, in their own words. */
  private static final Pattern TROUBLE =
      Pattern.compile(
          "找谁|谁负责|出事|治坏|打坏|弄坏|误诊|不给|不让|不认|拒|要回|退(?:钱|费)|怎么退|不退|吵|摔|死|残|跑路|跟谁|说法|过期|变质|假货|中毒|油烟|熏");

  private static final Pattern PEOPLE_AND_THINGS =
      Pattern.compile(
          "房|单位|公司|老板|员工|老公|老婆|丈夫|妻子|孩子|子女|父母|老人|弟|兄|姐|妹|邻居|伤|消费|证明|土地|快递|货物|隔壁"
              + "|超市|产品|工程|作品|车票|机票|高铁|医院|医疗|学校|学生|未成年|动物|咬");

  private static final Pattern EVERYDAY =
      Pattern.compile(
          "推荐|好[吃喝看听玩闻养学]|怎么(?:做|吃|玩|唱|画|练|养|选|挑|洗|穿|搭配?|种|浇|背|记|培养|引导)"
              + "|[吃喝穿带养学买]什么|早餐|午饭|晚饭|零食|菜谱|水果|蔬菜|补钙|营养|维生素|减肥|健身|跑步|锻炼|发烧|感冒|咳嗽|换牙"
              + "|长牙|长高|失眠|过敏|发型|化妆|护肤|天气|下雨|气温|星座|运势|属相|梦见|电影|电视剧|唱歌|歌曲|跳舞|舞曲|曲子|游戏"
              + "|作文|写诗|作业|英语|数学|定理|公式|方程|几岁|起名|取名|名字|兴趣|景点|几月份?|花草|浇水|猫粮|狗粮"
              + "|多久(?:一次|洗|换)");

  private Subject() {}

  static boolean namesArticle(String question) {
    return ARTICLE.matcher(question).find();
  }

  /** Whether disputes and their law may be meant. */
  static boolean mayBeLaw(String question) {
    return namesArticle(question)
        || LAW.matcher(question).find()
        || TROUBLE.matcher(question).find()
        || PEOPLE_AND_THINGS.matcher(question).find();
  }

  /** Whether something else is meant, whatever people and things it names. */
  static boolean everyday(String question) {
    return !namesArticle(question)
        && !LAW.matcher(question).find()
        && !TROUBLE.matcher(question).find()
        && EVERYDAY.matcher(question).find();
  }
}
