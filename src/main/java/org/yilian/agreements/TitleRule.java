package org.yilian.agreements;

import java.util.regex.Pattern;

/**
 * Who owns a thing or a right is not for a confirmation (民诉法解释 355, item 5). Who uses it, hands it
 * over or pays for it is.
 */
final class TitleRule implements FindingRule {
  private static final Pattern TITLE =
      Pattern.compile(
          // 房屋归甲所有; not 归还甲所有的工具, not 归谁所有
          "归(?!还|集|纳|档|谁|何|哪|属(?!于))[^，还]{1,20}?(所有(?!人|的?(?:损失|费用|款))|共有)"
              + "|(所有权|产权|物权|权属|专利权?|商标权?|著作权|知识产权|承包经营权|(宅基地|土地|林地)[^，]{0,4}使用权)"
              + "(?!人|证)[^，]{0,8}(归(?!还|属(?!于)|谁|何|哪)|属于|转归)"
              + "|(房|房屋|房产|商铺|门面|车|车辆|轿车|摩托|车位|电器|家电|家具|首饰|财产|土地|宅基地|林地)[^，]{0,12}"
              + "归(?!还|集|纳|档|谁|何|哪|属(?!于))[^，]{1,8}(?<!使用|居住|保管|管理|清理|负责)$"
              + "|(房|房子|居室|住房|门面|商铺|车|车位)[^，]{0,10}算(作|是)?(在|归)?[^，]{1,4}((一个人|自己|一人)的|名下的?)$"
              + "|(确认|明确|认定)[^，]{0,24}(为|系|属于?)[^，]{0,12}(所有|共同财产|个人财产|共有|遗产)"
              + "|(由|归)(?!谁)[^，]{1,12}继承(?!人)"
              + "|(各占|各享有|享有|占有|占)[^，]{0,10}(产权|房产份额|所有权|共有份额)"
              + "|(产权|份额|所有权)[^，]{0,8}(各占|各享有|各半)"
              + "|以[^，日时点年月]{1,20}为(双方)?(分界|边界|地界|界线|界)(?!限|定)"
              + "|(界址|四至|边界|地界)[^，]{0,6}(确定为|确认为|划定|为)");

  private static final Pattern TAKEN_BACK =
      Pattern.compile("(不涉及|不处理|不确认|是否|争议(?!的)|不得(主张|认为))[^，]{0,10}$");

  /** Money that "belongs" to somebody is a payment, not a title. */
  private static final Pattern MONEY =
      Pattern.compile("(款|押金|定金|保证金|租金|工资|报酬|费用?|元|奖金|利息|收益|余额|现金|钱|租)(（[^）]*）)?[^，房车屋]{0,6}归");

  @Override
  public void judge(Reading reading, Notes notes) {
    reading
        .operative()
        .filter(phrase -> !phrase.conditional() && !phrase.has(MONEY))
        .filter(phrase -> phrase.match(TITLE, TAKEN_BACK) != null)
        .forEach(phrase -> notes.add(FindingCode.TITLE, phrase.clause(), phrase.text()));
  }
}
