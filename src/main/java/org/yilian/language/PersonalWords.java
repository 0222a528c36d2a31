package org.yilian.language;

import java.util.List;
import java.util.regex.Pattern;

/** By what somebody can be recognised in a text: found by rules, which find much and not all. */
public final class PersonalWords {
  public static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

  /** Phones, identity and account numbers, plates, numbers of cases. */
  public static final Pattern NUMBER =
      Pattern.compile(
          "(?:\\+?86[- ]?)?\\d[\\d -]{5,}[\\dXx]|\\p{IsHan}[A-Z][·• ]?[A-Z0-9]{5,6}|[（(]20\\d\\d[）)][^，。\\s]{2,20}号");

  public static final Pattern HOUSE = Pattern.compile("\\d+\\s*(号楼|栋|幢|单元|室|号)|\\d+-\\d+(-\\d+)?");

  /** A family name with what makes a person of it. */
  public static final Pattern SOMEBODY =
      Pattern.compile(
          "[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻苏潘葛范彭鲁韦马苗方俞任袁柳唐罗薛汤郝毕安常于傅齐康余顾孟黄萧尹姚邵汪毛戴宋庞熊董梁杜阮贾江郭林钟徐邱高夏蔡田胡霍万丁邓洪包左石崔龚程陆段侯曾黎易廖庄白叶]"
              + "(某某?|[\\p{IsHan}]{0,2}(?=(先生|女士|大爷|大妈|师傅|老板|经理|律师|医生|演示)))(先生|女士|大爷|大妈|师傅|老板|经理|演示)?");

  /** Family names that begin few other words, and the words that they do begin. */
  private static final String FAMILY =
      "(?<![主紧夸扩慌纸两几一声行桥房横感谢多致答大登师子])"
          + "(?!张贴|张望|陈述|陈旧|胡说|胡闹|胡乱|罗列|杜绝|陆续|郑重|董事|苏醒|孙子|孙女|徐徐|宋体|朱红|雷同|雷声)"
          + "[王李张刘陈杨赵吴徐孙胡朱郭罗郑梁宋韩冯邓曹彭董潘袁蔡蒋杜苏魏吕沈姚卢姜崔谭陆汪廖贾韦邹孟秦尹薛闫侯郝龚邵倪樊]";

  /** A whole name between words that go before and behind one. */
  static final Pattern NAME =
      Pattern.compile(
          "(?:(?<=^|[，。；、：！？\\s“])|(?<=我叫|名叫|房东|老板|邻居|业主|住户|租客|工人|员工|司机|村民|居民|丈夫|妻子|老公|老婆|儿子|女儿|[叫是和与跟欠找对把被给向由经]))"
              + FAMILY
              + "\\p{IsHan}{1,2}(?=$|[，。；、：！？\\s（(]|[欠说和与跟的在把被给向打骂不没住要家称]|反映|投诉|举报|之间)");

  /** Where a name may begin, with the character behind it. */
  static final Pattern NAME_LIKE = Pattern.compile(FAMILY + "\\p{IsHan}");

  /** Everything that is hidden from a model, what is longest first. */
  static final List<Pattern> ALL = List.of(MAIL, NUMBER, HOUSE, SOMEBODY, NAME);

  private PersonalWords() {}
}
