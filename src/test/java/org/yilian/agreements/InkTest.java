package org.yilian.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yilian.disputes.DisputeType;

class InkTest {
  @ParameterizedTest
  @CsvSource({
    "MARRIAGE_FAMILY, 李强于2026年9月10日前向王芳支付6500元。, true",
    "OTHER, 父亲遗留的房屋由王芳继承。, true",
    "OTHER, 王芳放弃继承父亲的遗产。, true",
    "OTHER, 李强每月支付母亲赡养费500元。, true",
    "OTHER, 双方同意解除收养关系并办理登记。, true",
    "CONTRACT, 李强于2026年9月10日前返还王芳彩礼30000元。, true",
    "PROPERTY_MGMT, 王芳逾期不交费的，云山建设有限公司可以停止供水。, true",
    "PROPERTY_MGMT, 施工期间停水两日。, true",
    "PROPERTY_MGMT, 云山建设有限公司不得停水停电。, false",
    "PROPERTY_MGMT, 云山建设有限公司于2026年9月1日恢复供水。, false",
    "NEIGHBOUR, 李强于2026年9月10日前向王芳支付6500元。, false",
    "CONTRACT, 本协议不涉及婚姻。, false",
    "TRAFFIC, 李强赔偿王芳6500元。, false"
  })
  void isAskedForByTheMatterAndTheTerms(DisputeType type, String term, boolean needed) {
    Ink ink = Ink.of(new Drafts().type(type).terms(Clause.of(term)).draft());
    assertEquals(needed, ink.needed());
  }

  @Test
  void isNotAskedForByWhatTheFactsTell() {
    Drafts drafts = new Drafts().type(DisputeType.NEIGHBOUR);
    drafts.facts = "双方曾系夫妻，已于2019年离婚。王芳家被停水三日。";
    Ink ink = Ink.of(drafts.draft());
    assertEquals(false, ink.needed());
    assertNull(ink.reason());
  }

  @Test
  void tellsWhy() {
    Ink ink = Ink.of(new Drafts().type(DisputeType.MARRIAGE_FAMILY).draft());
    assertTrue(ink.reason().contains("电子签名法第三条"));
  }
}
