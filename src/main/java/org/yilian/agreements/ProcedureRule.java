package org.yilian.agreements;

import java.util.regex.Pattern;

/** What belongs to another procedure, or to no civil court at all (民诉法解释 355, items 1 and 4). */
final class ProcedureRule implements FindingRule {
  private static final Pattern SPECIAL =
      Pattern.compile(
          "宣告[^，]{0,8}(失踪|死亡)"
              + "|(认定|确认|宣告)[^，]{0,10}(无|限制)民事行为能力"
              + "|(指定|变更|撤销|确定)[^，]{0,12}(监护人|监护资格|监护权|遗产管理人)"
              + "|(认定|确认)[^，]{0,8}(财产)?无主"
              + "|公示催告"
              + "|(进行|申请|参与|进入)[^，]{0,6}(破产|重整)"
              + "|(作为|列为|确认为)[^，]{0,4}破产(债权|财产)"
              + "|(拍卖|变卖)[^，]{0,8}(抵押物|抵押房|质押物)[^，]{0,6}(优先)?(受偿|偿债)");

  private static final String ORGAN = "(公安机关|公安|派出所|交警|行政机关|市场监管|城管|执法(部门|机关|大队))";
  private static final Pattern NOT_CIVIL =
      Pattern.compile(
          ORGAN
              + "[^，]{0,14}(不(再|予|得)?[^，]{0,14}(处罚|拘留|追究)|撤销案件|撤案|不予立案|减轻处罚|从轻处罚)"
              + "|(撤销|免除|免予|减轻|不予|接受|承担)[^，]{0,8}(行政处罚|治安处罚|行政拘留|治安拘留|罚款决定)"
              + "|(给予|处以?)[^，]{0,8}(行政拘留|行政处罚|治安处罚|拘留)"
              + "|(吊销|撤销|颁发|补发|更正)[^，]{0,10}(营业执照|许可证|不动产权证|宅基地证|土地证)"
              + "|补缴[^，]{0,10}(税款|社会保险|社保)|办理(低保|退休|工伤认定)");

  private static final Pattern BY_LAW = Pattern.compile("依法(处理|处罚|追究|查处|作出|决定)|另行处理|申请|请求");
  private static final Pattern REGISTER =
      Pattern.compile("(户口|户籍)[^，]{0,10}(迁出|迁入|迁移|迁至|迁回|转出|转入|落户)");
  private static final Pattern BANKRUPT =
      Pattern.compile("(受理|进入|宣告|启动)[^，]{0,10}(破产|重整)|破产(管理人|清算组)");
  private static final Pattern TAKEN_BACK = Pattern.compile("(不|未|没有|无需|无须|不涉及|并非|不影响)[^，]{0,10}$");

  @Override
  public void judge(Reading reading, Notes notes) {
    reading.terms().forEach(phrase -> judge(phrase, notes));
    reading
        .phrases()
        .filter(phrase -> phrase.match(BANKRUPT, TAKEN_BACK) != null)
        .filter(phrase -> phrase.past() || !phrase.conditional())
        .forEach(
            phrase -> notes.add(FindingCode.BANKRUPTCY_MENTIONED, phrase.clause(), phrase.text()));
  }

  private static void judge(Phrase phrase, Notes notes) {
    if (phrase.match(SPECIAL, TAKEN_BACK) != null) {
      notes.add(FindingCode.SPECIAL_PROCEDURE, phrase.clause(), phrase.text());
    }
    if (phrase.match(NOT_CIVIL, TAKEN_BACK) != null && !phrase.has(BY_LAW)) {
      notes.add(FindingCode.NOT_CIVIL, phrase.clause(), phrase.text());
    }
    if (phrase.match(REGISTER, TAKEN_BACK) != null) {
      notes.add(FindingCode.HOUSEHOLD_REGISTER, phrase.clause(), phrase.text());
    }
  }
}
