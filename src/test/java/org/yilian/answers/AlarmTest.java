package org.yilian.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which questions are answered with a number to call. */
class AlarmTest {
  @ParameterizedTest
  @CsvSource({
    "SELF_HARM, 老板欠我十万块，我不想活了",
    "SELF_HARM, 我真的想死 没人帮我",
    "SELF_HARM, 打算从楼顶跳楼讨薪",
    "VIOLENCE_AT_HOME, 老公喝了酒就打我怎么办",
    "VIOLENCE_AT_HOME, 我被丈夫打了",
    "VIOLENCE_AT_HOME, 结婚三年，他昨晚又打了我",
    "VIOLENCE_AT_HOME, 怎么申请人身安全保护令",
    "VIOLENCE_AT_HOME, 儿子打老人",
    "VIOLENCE_AT_HOME, 前夫 又 打我",
    "VIOLENCE_AT_HOME, 他打我，我很害怕",
    "VIOLENCE_AT_HOME, 她昨晚又踢孩子",
    "SELF_HARM, 这样活着不如死了",
    "SELF_HARM, 我撑不下去了，想带孩子一起死",
    "THREAT, 救命",
    "THREAT, 他说再告就要打死我，我不敢出门",
    "THREAT, 邻居扬言要杀我全家",
    "THREAT, 他拿着刀堵在门口",
    "THREAT, 对方威胁我说要卸我一条腿",
  })
  void aDangerIsSeen(Alarm alarm, String question) {
    assertEquals(Optional.of(alarm), Alarm.in(question));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "打官司要多少钱",
        "我和邻居打架，被打伤了怎么赔",
        "房东不退押金，威胁不大吧",
        "商场跳楼价买的手机坏了",
        "老公在外打工不给家里钱",
        "儿子打了同学，家长要赔吗",
        "他打了欠条不还钱",
        "他打我电话一天几十个",
        "邻居因为停车的事和我吵，他还打了我",
        "妈妈打电话说房子漏水",
        "离婚后他打电话骚扰孩子的学校",
      })
  void anOrdinaryQuestionIsNoDanger(String question) {
    assertEquals(Optional.empty(), Alarm.in(question));
  }
}
