package org.yilian.answers;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A danger that a question speaks of. It is answered first, before anything is looked up: a false
 * alarm costs a line on the screen, a missed one a life.
 */
enum Alarm {
  SELF_HARM(
      null,
      List.of("110", "120", "12356"),
      "自杀|轻生|不想活|活不下去|活着没意思|活着没意义|想死|寻死|去死了?算了|了结自己|结束自己|结束生命|割腕|跳楼(?!价)|跳江|跳河|上吊|喝农药|吞安眠药|写好遗书|写了遗书|自残|"
          + "不如死了|死了算|一死了之|一了百了|不想再活|活够了|撑不下去了|熬不下去了|安眠药.{0,4}(吃|吞)|(带|拉)着?.{1,6}一起(去)?死"),
  VIOLENCE_AT_HOME(
      "violence",
      List.of("110", "12338", "12348"),
      "家暴|家庭暴力|人身安全保护令|"
          + "(老公|丈夫|男人|老婆|妻子|男朋友|女朋友|前夫|前妻|对象|爸爸?|妈妈?|父亲|母亲|继父|公公|婆婆|儿子|儿媳)"
          + "(又|总|老是|经常|一直|天天|今天|昨晚|刚才|喝了?酒就?|动不动就?){0,3}(打|揍|掐|踹|踢|扇|虐待)(了|过|着)?(我|孩子|女儿|儿子|老人|妈|爸)|"
          + "(打|揍|虐待)(老婆|老公|妻子|孩子|老人)|被(老公|丈夫|老婆|妻子|男朋友|前夫|家里人|爸|妈|儿子)(打|揍|掐|踹|虐待)|"
          + "(?=.*(老公|丈夫|老婆|妻子|结婚|离婚|男朋友|女朋友|家里)).*[他她].{0,6}(打|揍|掐|踹|扇)(了|过|着)?(我|孩子)|"
          // Who says no more than this is seldom hit by a stranger.
          + "^(?!.*(邻居|老板|同事|同学|老师|城管|保安|司机|对方|物业|路人|领导|房东))"
          + ".*[他她](又|总|老|是|还|就|要|经常|一直|天天|今天|昨晚|刚才|动手){0,4}(打|揍|掐|踹|踢|扇)(了|过|着)?(我|孩子)(?!的?(电话|手机|车|家))"),
  THREAT(
      "threat",
      List.of("110", "12348"),
      "救命|救救我|不敢回家|不敢出门|(追|堵)着?我?打|要打(死)?我|跟踪我|"
          + "要杀|杀了(我|他|她|你|全家)|杀我|弄死|砍死|打死(我|他|她|你)|砍我|捅死|捅我|灭门|同归于尽|报复社会|拿(着)?刀|持刀|带(着)?刀|泼汽油|"
          + "(扬言|威胁|恐吓).{0,8}(我|我家|孩子|家人|父母)|放话|卸(我|他)?一?条?(腿|胳膊)");

  private final String guide;
  private final List<String> calls;
  private final Pattern words;

  Alarm(String guide, List<String> calls, String words) {
    this.guide = guide;
    this.calls = calls;
    this.words = Pattern.compile(words);
  }

  /** The guide that says what protects, whatever else is asked; empty where only a person helps. */
  Optional<String> guide() {
    return Optional.ofNullable(guide);
  }

  /** The numbers to call, the most urgent first. */
  List<String> calls() {
    return calls;
  }

  /** The most urgent alarm of a text. */
  static Optional<Alarm> in(String text) {
    String close = text.replaceAll("[\\s，。！？,.!?、]", "");
    for (Alarm alarm : values()) {
      if (alarm.words.matcher(close).find()) {
        return Optional.of(alarm);
      }
    }
    return Optional.empty();
  }
}
