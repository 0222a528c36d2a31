package org.yilian.agreements;

import java.util.regex.Pattern;

/**
 * Parents may agree that one bears all of a child's support (婚姻家庭编解释（一）52), and the child may ask
 * for more later (民法典 1085): worth a word, never a stop.
 */
final class SupportRule implements FindingRule {
  private static final String CHILD = "(抚养费|抚育费|(孩子|子女|小孩|儿子|女儿)[^，]{0,6}(生活费|教育费|医疗费|费用|开支))";
  private static final Pattern CHILD_SUPPORT =
      Pattern.compile(
          "(不(再|用|必|需)?|无需|无须|免于?|免除|放弃)(?!得|因|低|少)[^，不]{0,14}"
              + CHILD
              + "|"
              + CHILD
              + "[^，不]{0,8}(由|全部由|均由)[^，]{1,10}(自行|独自|单独|全部|一人|一方)[^，]{0,4}(承担|负担)"
              + "|"
              + CHILD
              + "[^，不]{0,6}(全部|全额|均)由[^，]{1,8}(承担|负担)"
              + "|(自行|独自|单独|一人|全部)(承担|负担)[^，]{0,10}"
              + CHILD);
  private static final Pattern PARENTS =
      Pattern.compile("(不(再|用|必|需)?|无需|无须|免除|放弃)(?!得|因)[^，不]{0,14}(赡养费|赡养义务|扶养费|赡养(?=$|父母|老人))");
  private static final Pattern TAKEN_BACK =
      Pattern.compile("(不得|不能|不因|不应|不可|不影响|不免除|无权|未|不是|并非|以[^，]{0,10})[^，]{0,12}$");

  @Override
  public void judge(Reading reading, Notes notes) {
    reading
        .terms()
        .filter(phrase -> phrase.match(CHILD_SUPPORT, TAKEN_BACK) != null)
        .filter(phrase -> !phrase.text().matches(".*(不得|不因|不能以).*"))
        .forEach(
            phrase -> notes.add(FindingCode.CHILD_SUPPORT_WAIVED, phrase.clause(), phrase.text()));
    reading
        .terms()
        .filter(phrase -> phrase.match(PARENTS, TAKEN_BACK) != null)
        .filter(phrase -> !phrase.text().matches(".*(不得|不因|不能以).*"))
        .forEach(
            phrase -> notes.add(FindingCode.MAINTENANCE_WAIVED, phrase.clause(), phrase.text()));
  }
}
