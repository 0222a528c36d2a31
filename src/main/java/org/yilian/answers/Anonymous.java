package org.yilian.answers;

import java.util.List;
import java.util.regex.Pattern;
import org.yilian.language.PersonalWords;

/**
 * What is left of a question when nobody is to be recognised by it. A person looks at it as well.
 */
final class Anonymous {
  private static final Pattern ADDRESSED =
      Pattern.compile("(我叫|名叫|叫做|姓名[是：:]?|名字[是：:]?)(?!某人)[\\p{IsHan}·]{2,3}");

  private Anonymous() {}

  /**
   * @param names that are known to be of people in it
   */
  static String of(String text, List<String> names) {
    String anonymous = text;
    for (String name : names) {
      anonymous = name.isBlank() ? anonymous : anonymous.replace(name.strip(), "某人");
    }
    anonymous = PersonalWords.MAIL.matcher(anonymous).replaceAll("（邮箱）");
    anonymous = PersonalWords.NUMBER.matcher(anonymous).replaceAll("（号码）");
    anonymous = PersonalWords.HOUSE.matcher(anonymous).replaceAll("某处");
    anonymous = PersonalWords.SOMEBODY.matcher(anonymous).replaceAll("某人");
    return ADDRESSED.matcher(anonymous).replaceAll("$1某人");
  }
}
