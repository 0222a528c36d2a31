package org.yilian.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.disputes.IdType;
import org.yilian.disputes.Party;
import org.yilian.disputes.PartyKind;
import org.yilian.disputes.Sealed;
import org.yilian.kernel.Money;
import org.yilian.rooms.Track;

class AgreementTextTest {
  private static final Clause PAYS =
      new Clause(
          "赔偿顶棚、墙面修复费。",
          "b",
          "a",
          new Money(650_000),
          LocalDate.of(2026, 9, 30),
          List.of(),
          null,
          "银行转账");

  @Test
  void writesAmountsInFiguresAndCapitalsWithWhoPaysWhomAndWhen() {
    String text = AgreementText.of(source(List.of(PAYS), false, false));
    assertTrue(text.contains("乙建筑公司 向 陈䶮 支付 ￥6,500.00（大写：人民币陆仟伍佰元整）"), text);
    assertTrue(text.contains("履行期限：2026年9月30日以前"), text);
    assertTrue(text.contains("履行方式：银行转账"), text);
  }

  @Test
  void saysOfWhatWasPerformedOnTheSpotThatItWasAndWhenAndNothingOfATermToCome() {
    Clause done =
        new Clause(
            "当场赔礼道歉并付清修复费。",
            "b",
            "a",
            new Money(650_000),
            null,
            List.of(),
            LocalDate.of(2026, 8, 27),
            "现金");
    String text = AgreementText.of(source(List.of(done, PAYS), false, false));
    String terms = AgreementText.terms(text);
    String spot = terms.substring(0, terms.indexOf("2. "));
    assertEquals(
        """
        1. 当场赔礼道歉并付清修复费。
           乙建筑公司 向 陈䶮 支付 ￥6,500.00（大写：人民币陆仟伍佰元整）
           履行方式：现金
           已于 2026年8月27日 当场履行
        """,
        spot);
    assertFalse(terms.substring(terms.indexOf("2. ")).contains("当场履行"), terms);
  }

  @Test
  void addsNoTermThatNobodyAgreedTo() {
    String text = AgreementText.of(source(List.of(Clause.of("双方互不再追究。")), false, false));
    String terms = text.substring(text.indexOf("四、协议内容"), text.indexOf("五、协议的效力"));
    assertEquals("四、协议内容\n1. 双方互不再追究。\n\n", terms);
    assertFalse(text.contains("违约"), text);
  }

  @Test
  void masksPhonesAndNumbersAndLeavesAPersonsAddressOut() {
    String text = AgreementText.of(source(List.of(PAYS), false, false));
    assertTrue(text.contains("居民身份证：****1234"), text);
    assertTrue(text.contains("联系电话：****5678"), text);
    assertFalse(text.contains("某小区1栋"), text);
    assertTrue(text.contains("住所：建设路1号"), text);
  }

  @Test
  void saysHowItIsSignedAndNeverThatItEqualsAHandwrittenSignature() {
    String glass = AgreementText.of(source(List.of(PAYS), false, false));
    assertTrue(glass.contains("双方约定采用本系统的手写笔迹＋短信验证方式签署；未使用第三方电子认证"), glass);
    assertFalse(glass.contains("同等法律效力"), glass);
    String ink = AgreementText.of(source(List.of(PAYS), true, false));
    assertFalse(ink.contains("手写笔迹＋短信"), ink);
    assertTrue(ink.contains("按指印"), ink);
  }

  @Test
  void warnsOfADivorceThatMayNotFollowOnlyWhereTermsHangOnIt() {
    assertTrue(AgreementText.of(source(List.of(PAYS), true, true)).contains("以办理离婚登记"));
    assertFalse(AgreementText.of(source(List.of(PAYS), true, false)).contains("离婚"));
  }

  @Test
  void isTheSameBytesWhateverLineEndsWereTyped() {
    Clause unix = Clause.of("第一行\n第二行");
    Clause windows = Clause.of("第一行\r\n第二行\r\n");
    String text = AgreementText.of(source(List.of(windows), false, false));
    assertEquals(AgreementText.of(source(List.of(unix), false, false)), text);
    assertFalse(text.contains("\r"));
    assertFalse(text.startsWith("\uFEFF"));
    assertTrue(text.startsWith("人民调解协议书\n演示 · 无法律效力\n编号：（2026）云溪街道人调字第1号\n"), text);
  }

  @Test
  void namesTheHostInTheNumber() {
    assertEquals("云溪街道人调字", AgreementNumber.word("云溪街道人民调解委员会"));
    assertEquals("某某和事佬人调字", AgreementNumber.word("某某和事佬"));
    assertEquals("云溪派出所治调字", AgreementNumber.word("云溪派出所"));
  }

  @Test
  void promisesNoConfirmationAndNoMercyWhereThePoliceMediate() {
    String text = AgreementText.of(source(List.of(), false, false, Track.PUBLIC_SECURITY));
    assertTrue(text.startsWith("治安调解协议书\n"), text);
    assertTrue(text.contains("由公安机关依法处理，并告知当事人可以就民事争议依法向人民法院起诉"), text);
    for (String never : List.of("调委会", "三十日内", "不处罚", "不予处罚")) {
      assertFalse(text.contains(never), never);
    }
  }

  private static TextSource source(List<Clause> terms, boolean ink, boolean divorce) {
    return source(terms, ink, divorce, Track.PEOPLES_MEDIATION);
  }

  private static TextSource source(List<Clause> terms, boolean ink, boolean divorce, Track track) {
    AgreementValues values = new AgreementValues("楼上拆除时漏水。", "赔偿数额", "施工方承担。", terms, 3);
    return new TextSource(
        "（2026）云溪街道人调字第1号",
        "云溪街道人民调解委员会",
        track,
        List.of(person(), company()),
        List.of(),
        List.of("王平"),
        List.of(),
        AgreementForm.WRITTEN,
        AgreementScope.ALL,
        null,
        values,
        ink,
        divorce,
        true);
  }

  private static Party person() {
    return party(
        "a", "A", PartyKind.PERSON, "陈䶮", "5678", IdType.RESIDENT_ID, "1234", null, "某小区1栋");
  }

  private static Party company() {
    return party(
        "b", "B", PartyKind.ORGANISATION, "乙建筑公司", null, IdType.USCC, "ABCD", "周某", "建设路1号");
  }

  private static Party party(
      String id,
      String side,
      PartyKind kind,
      String name,
      String phone,
      IdType idType,
      String idTail,
      String legal,
      String domicile) {
    return new Party(
        id,
        "d",
        0,
        side,
        kind,
        name,
        null,
        sealed(phone),
        idType,
        sealed(idTail),
        null,
        null,
        legal,
        domicile,
        null,
        null);
  }

  private static Sealed sealed(String tail) {
    return tail == null ? null : new Sealed(new byte[0], tail, "");
  }
}
