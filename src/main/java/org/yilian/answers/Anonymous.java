package org.yilian.answers;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is left of a question when nobody is to be recognised by it. A person looks at it as well.
 */
final class Anonymous {
  private static final Pattern ADDRESSED =
      Pattern.compile("(我叫|名叫|叫做|姓名[是：:]?|名字[是：:]?)(?!某人)[\\p{IsHan}·]{2,3}");

  private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

  /** Phones, identity and account numbers, plates, numbers of cases. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:\\+?86[- ]?)?\\d[\\d -]{5,}[\\dXx]|\\p{IsHan}[A-Z][·• ]?[A-Z0-9]{5,6}|[（(]20\\d\\d[）)][^，。\\s]{2,20}号");

  private static final Pattern HOUSE = Pattern.compile("\\d+\\s*(号楼|栋|幢|单元|室|号)|\\d+-\\d+(-\\d+)?");

  private static final Pattern SOMEBODY =
      Pattern.compile(
          "[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻苏潘葛范彭鲁韦马苗方俞任袁柳唐罗薛汤郝毕安常于傅齐康余顾孟黄萧尹姚邵汪毛戴宋庞熊董梁杜阮贾江郭林钟徐邱高夏蔡田胡霍万丁邓洪包左石崔龚程陆段侯曾黎易廖庄白叶]"
              + "(某某?|[\\p{IsHan}]{0,2}(?=(先生|女士|大爷|大妈|师傅|老板|经理|律师|医生|演示)))(先生|女士|大爷|大妈|师傅|老板|经理|演示)?");

  private Anonymous() {}

  /**
   * @param names that are known to be of people in it
   */
  static String of(String text, List<String> names) {
    String anonymous = text;
    for (String name : names) {
      anonymous = name.isBlank() ? anonymous : anonymous.replace(name.strip(), "某人");
    }
    anonymous = MAIL.matcher(anonymous).replaceAll("（邮箱）");
    anonymous = NUMBER.matcher(anonymous).replaceAll("（号码）");
    anonymous = HOUSE.matcher(anonymous).replaceAll("某处");
    anonymous = SOMEBODY.matcher(anonymous).replaceAll("某人");
    return ADDRESSED.matcher(anonymous).replaceAll("$1某人");
  }
}
