package org.yilian.agreements;

import java.util.regex.Pattern;

/** Nobody pledges his person: freedom to move, marry, have children, or his papers. */
final class FreedomRule implements FindingRule {
  private static final Pattern PLEDGE =
      Pattern.compile(
          "(放弃|限制|约束|交出)[^，]{0,8}(人身自由|行动自由|婚姻自由|生育自由|通信自由)"
              + "|不(得|准|许|能|可)[^，]{0,6}(再婚|结婚|改嫁|再嫁|再娶|另娶|生育|怀孕)"
              + "|不(得|准|许)(擅自|随意|私自)?(离开|走出|外出|出门)[^，]{0,6}"
              + "(本市|本县|本村|村|住所|住处|家门?|居住地|户籍地|小区|本地|打工|务工|$)"
              + "|不(得|准|许)(擅自|随意|私自)?离(厂|村|家|店|场|工地)"
              + "|(以|用)[^，]{0,8}(人身|身体|自由|肢体|手指|器官|性命)[^，]{0,6}(担保|作保|抵押|抵债|抵偿|偿还)"
              + "|(身份证|户口簿|护照|银行卡及密码)[^，]{0,12}(交由|交给|押在|扣押|质押|抵押|扣留)[^，]{0,8}(保管|$|扣|押|作)"
              + "|(扣押|扣留|质押|抵押)[^，]{0,8}(身份证|护照|户口簿)"
              + "|(任由|任凭|听凭)[^，]{0,10}(随意处置|打骂|殴打|体罚|教训)"
              + "|任[由凭][^，]{0,8}(处置|发落|摆布)(人身|$)"
              + "|自愿(接受|承受)[^，]{0,10}(殴打|体罚|拘禁|关押|看管|软禁)"
              + "|(拘禁|关押|软禁|看管)[^，]{0,8}(直至|至|到)[^，]{0,8}(付清|还清|还款|付款)");

  private static final Pattern TAKEN_BACK =
      Pattern.compile("(不(得|能|准|许|应|再)?|无权|禁止|避免|防止)[^，]{0,6}$");

  @Override
  public void judge(Reading reading, Notes notes) {
    reading
        .operative()
        .filter(phrase -> phrase.match(PLEDGE, TAKEN_BACK) != null)
        .forEach(phrase -> notes.add(FindingCode.FREEDOM_PLEDGED, phrase.clause(), phrase.text()));
  }
}
