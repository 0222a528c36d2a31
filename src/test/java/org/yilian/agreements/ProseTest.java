package org.yilian.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yilian.kernel.Money;

/** What the findings read with: sentences, tense, sums, dates and rates. */
class ProseTest {
  @Test
  void splitsSentencesAndPhrases() {
    assertEquals(List.of("双方同意离婚", "房屋归甲所有", "再无争议"), Sentences.of("一、双方同意离婚；\n2. 房屋归甲所有。再无争议！"));
    assertEquals(List.of("李强支付6,500.00元", "王芳收取"), Sentences.phrases("李强支付6,500.00元，王芳收取"));
    assertEquals(List.of("2026年9月10日前付清"), Sentences.of("2026年9月10日前付清。"));
  }

  @ParameterizedTest
  @CsvSource({
    "双方已于2019年解除婚姻关系, false, true",
    "双方于2019年3月离婚, false, true",
    "双方于2026年9月30日前申请离婚登记, false, false",
    "婚姻关系解除, true, true",
    "婚姻关系解除, false, false",
    "李强应支付6500元, true, false",
    "双方均已婚, false, false",
    "双方已知悉上述内容, false, false",
    "2026年8月26日李强打伤王芳, false, true",
    "2026年8月27日双方到场, false, false",
    "2026年2月30日, false, false"
  })
  void tellsThePast(String phrase, boolean previous, boolean past) {
    assertEquals(past, new Tense(LocalDate.of(2026, 8, 27)).past(phrase, previous), phrase);
  }

  @ParameterizedTest
  @CsvSource({
    "赔偿6500元, 650000",
    "赔偿￥6500.50, 650050",
    "赔偿6.5万元, 6500000",
    "赔偿六千五百元, 650000",
    "赔偿陆仟伍佰元整, 650000",
    "赔偿一万零五十元, 1005000",
    "赔偿十二元五角, 1250",
    "赔偿两万元, 2000000",
    "赔偿3千元, 300000"
  })
  void readsSums(String text, long fen) {
    assertEquals(List.of(new Money(fen)), AmountsInText.of(text));
  }

  @Test
  void readsEverySumOnceAndNoOther() {
    assertEquals(
        List.of(new Money(650_000), new Money(650_000)),
        AmountsInText.of("￥6,500.00（大写：人民币陆仟伍佰元整）"));
    assertEquals(List.of(), AmountsInText.of("3单元2楼，2026年9月，每日8时，按元旦前的约定"));
    assertFalse(AmountsInText.capitalsDiffer("￥6,500.00（大写：人民币陆仟伍佰元整）"));
    assertTrue(AmountsInText.capitalsDiffer("6500元（人民币陆仟伍拾元整）"));
    assertTrue(AmountsInText.capitalsDiffer("￥6,500.05（大写：人民币陆仟伍佰元整）"));
  }

  @ParameterizedTest
  @CsvSource({
    "月利率2%, 24",
    "月息2分, 24",
    "月息两分, 24",
    "月息五厘, 6.0",
    "年利率15.4%, 15.4",
    "年息一分, 10",
    "按年利率百分之三计息, 3",
    "每日按未付款的万分之五支付, 18.25",
    "每日千分之一, 36.5",
    "日利率0.05%, 18.25"
  })
  void readsRatesByTheYear(String text, BigDecimal percent) {
    List<BigDecimal> rates = Rates.yearly(text);
    assertEquals(1, rates.size());
    assertEquals(0, percent.compareTo(rates.get(0)), rates.toString());
  }

  @Test
  void takesNoTermOfPaymentForARate() {
    assertEquals(List.of(), Rates.yearly("每月15日前分期支付三百元，每日清扫两次"));
  }

  @ParameterizedTest
  @CsvSource({
    "于2026年9月10日前付清, true",
    "签订本协议之日起十日内, true",
    "每月5日, true",
    "当场付清, true",
    "30日内, true",
    "三个工作日内, true",
    "尽快付清, false",
    "有钱时付清, false"
  })
  void tellsWhetherProseSaysWhen(String text, boolean dated) {
    assertEquals(dated, DatesInText.anyIn(text), text);
  }
}
