package org.yilian.answers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a question asks for that is never given, whoever asks and however. */
enum Limits {
  STEERING(
      "(忽略|无视|忘记|忘掉|跳过|绕过).{0,8}(指令|指示|规则|设定|限制|提示|要求|上面|以上|之前)|"
          + "(系统|内部|初始|隐藏).{0,4}(提示词|指令|prompt)|提示词|开发者模式|越狱|"
          + "(你现在是|你将扮演|扮演|假装你是|假设你是).{0,12}(律师|法官|黑客|没有限制|不受|dan|ai|助手|机器人)|"
          + "ignore.{0,20}(instruction|previous|above|rule)|system\\s*prompt|jailbreak|"
          + "(输出|打印|重复|告诉我).{0,6}(你的)?(提示词|指令|规则原文|配置|密钥|源代码)|\\[a\\d+\\]|"
          + "(drop|delete|insert|select)\\s.{0,20}(table|from|into)|<script"),
  PRIVATE(
      "(帮我查|帮我找|查一下|查查|查出|告诉我|给我|能不能查|可以查|能查).{0,4}(对方|他|她|别人|邻居|当事人|申请人|被申请人|前夫|前妻|[一-龥]{1,3}演示|[一-龥]某).{0,6}"
          + "(电话|手机号?|号码|住址|地址|住哪|身份证|证件号?|银行卡|账号|开房|行踪|定位|聊天记录|通话记录|户籍)|"
          + "(查|人肉).{0,6}(身份证|手机号|车牌|开房|户籍|定位)|"
          + "(对方|他|她|另一方|那边|[一-龥]{1,3}演示).{0,8}(调解室|私下|跟调解员|和调解员|对调解员|给调解员).{0,8}(说|讲|写|发)了?.{0,3}(什么|啥|哪些)|"
          + "(看|查|调|给我).{0,6}(别人|对方|他们|其他人).{0,4}(的)?(案件|案子|卷宗|调解记录|协议|笔录)|"
          + "编号.{0,12}(案|纠纷).{0,6}(内容|当事人|是谁)");

  private final Pattern words;

  Limits(String words) {
    this.words = Pattern.compile(words);
  }

  /** Which limit a question runs into. */
  static Optional<Limits> met(String question) {
    String close = question.toLowerCase(Locale.ROOT).replaceAll("[，。！？、；：“”\"']", "");
    for (Limits limit : values()) {
      if (limit.words.matcher(close).find()) {
        return Optional.of(limit);
      }
    }
    return Optional.empty();
  }
}
