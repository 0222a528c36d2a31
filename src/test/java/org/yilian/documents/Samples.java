package org.yilian.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yilian.kernel.Hash;

/** Made-up values for documents of the demo: a water leak after a demolition. */
final class Samples {
  static final String ORGANISATION = "演示市双桥街道人民调解委员会（演示）";
  static final String TEXT =
      """
      人民调解协议书
      演示 · 无法律效力
      编号：（2026）演双人调字第12号
      调解组织：演示市双桥街道人民调解委员会（演示）
      调解员：王和平
      参与调解的中立律师：李理

      当事人一：杨䶮𠅤
      居民身份证：5001**********0020（完整号码仅载于调解组织的卷宗）
      联系电话：138****0002

      当事人二：演示市安拆建筑工程有限公司
      统一社会信用代码：91500000DEMO00001X
      法定代表人（负责人）：㛃明
      住所：演示市河湾路20号

      一、主要事实
      2026年7月18日，被申请人在青石路8号组织拆除施工，施工人员未封堵屋面排水孔。次日暴雨，雨水从排水孔流入302室，致天花板渗漏、墙体受潮、木地板起鼓。各方到现场查看，对上述经过没有争议。

      二、争议事项
      房屋修复的费用、完成修复的日期，以及修复期间申请人另行居住的费用。

      三、各方责任
      演示市安拆建筑工程有限公司认可施工中未封堵排水孔与漏水有因果关系，承担修复责任；杨䶮𠅤同意为修复提供进场便利。

      四、协议内容
      1. 演示市安拆建筑工程有限公司修复302室的天花板和墙体，并更换受损的木地板，以恢复原状为准，保修二十四个月。
         履行期限：2026年9月30日以前
      2. 演示市安拆建筑工程有限公司赔偿杨䶮𠅤的财产损失和临时居住费用，分两期付清。
         演示市安拆建筑工程有限公司 向 杨䶮𠅤 支付 ￥6,500.00（大写：人民币陆仟伍佰元整）
         第1期：2026年9月5日以前支付 ￥3,500.00（大写：人民币叁仟伍佰元整）
         第2期：2026年10月8日以前支付 ￥3,000.00（大写：人民币叁仟元整）
         履行方式：转入杨䶮𠅤名下尾号0020的银行账户
      3. 修复完成后三日内通知验收；收到通知后五日内验收，逾期没有提出书面异议的，视为验收合格……

      五、协议的效力
      协议自各方签名、调解员签名并加盖调委会印章之日起生效，具有法律约束力。未经司法确认，不能直接申请强制执行。

      六、司法确认
      各方可以自协议生效之日起三十日内，共同向有管辖权的人民法院申请司法确认；是否确认由法院审查后决定。

      七、签署和份数
      在屏幕上签名的：双方约定采用本系统的手写笔迹＋短信验证方式签署；未使用第三方电子认证。
      本协议一式三份，当事人各执一份，调解组织留存一份。
      """;
  private static final Instant SIGNED = Instant.parse("2026-08-26T02:30:00Z");
  private static final String VERIFY = "https://demo.example/verify#1f3a";

  /** The templates that keep a place for a seal. */
  static final Set<String> SEALED =
      Set.of(
          "people-mediation-agreement",
          "mediation-certificate",
          "termination-notice",
          "application-receipt",
          "correction-note",
          "cover-letter");

  private Samples() {}

  static Map<String, Object> agreement() {
    Map<String, Object> values = new HashMap<>();
    values.put("number", "（2026）演双人调字第12号");
    values.put("organisation", ORGANISATION);
    values.put("text", TEXT);
    values.put("textHash", Hash.of(TEXT).value());
    values.put("verifyUrl", VERIFY);
    values.put("electronic", true);
    values.put("sealedOn", LocalDate.of(2026, 8, 27));
    values.put(
        "signatures",
        List.of(
            signature("申请人", "杨䶮𠅤", 1),
            signature("被申请人", "演示市安拆建筑工程有限公司", 2),
            signature("调解员", "王和平", 3)));
    return values;
  }

  static Map<String, Object> certificate() {
    Map<String, Object> values = new HashMap<>();
    values.put("number", "（2026）演双人调证字第12号");
    values.put("organisation", ORGANISATION);
    values.put("court", "演示区人民法院");
    values.put(
        "parties",
        List.of(
            Map.of("role", "申请人", "name", "杨䶮𠅤"),
            Map.of("role", "被申请人", "name", "演示市安拆建筑工程有限公司")));
    values.put("matter", "拆除施工致房屋漏水");
    values.put("mediators", List.of(Map.of("name", "王和平")));
    values.put("mediatedFrom", LocalDate.of(2026, 8, 20));
    values.put("agreementNumber", "（2026）演双人调字第12号");
    values.put("agreedOn", LocalDate.of(2026, 8, 26));
    values.put("effectiveOn", LocalDate.of(2026, 8, 27));
    values.put("agreementHash", Hash.of("x").value());
    values.put("organisationAddress", "演示市双桥街道青石路1号");
    values.put("issuedOn", LocalDate.of(2026, 8, 28));
    values.put("verifyUrl", VERIFY);
    return values;
  }

  static Map<String, Object> application() {
    Map<String, Object> person = new HashMap<>();
    person.put("organisation", false);
    person.put("name", "杨䶮𠅤");
    person.put("sex", "女");
    person.put("nation", "汉族");
    person.put("bornOn", LocalDate.of(1979, 3, 4));
    person.put("idNumber", "500100197903040020");
    person.put("address", "演示市双桥街道青石路8号302");
    person.put("phone", "13800000002");
    Map<String, Object> company = new HashMap<>();
    company.put("organisation", true);
    company.put("name", "演示市安拆建筑工程有限公司");
    company.put("code", "91500000DEMO00001X");
    company.put("representative", "㛃明");
    company.put("representativeTitle", "经理");
    company.put("address", "演示市河湾路20号");
    company.put("phone", "023-00000000");
    company.put(
        "agents", List.of(Map.of("name", "李理", "kind", "演示律师事务所律师，特别授权", "phone", "13800000009")));
    Map<String, Object> values = new HashMap<>();
    values.put("court", "演示区人民法院");
    values.put("applicants", List.of(person, company));
    values.put("organisation", ORGANISATION);
    values.put("agreementNumber", "（2026）演双人调字第12号");
    values.put("agreedOn", LocalDate.of(2026, 8, 26));
    values.put("effectiveOn", LocalDate.of(2026, 8, 27));
    values.put("facts", "2026年7月18日，拆除施工未封堵排水孔，次日暴雨致302室漏水。\n各方经调解就修复和赔偿达成协议。");
    values.put(
        "attachments",
        List.of(
            Map.of("title", "人民调解协议书", "copies", "1份"),
            Map.of("title", "调解组织主持调解的证明", "copies", "1份"),
            Map.of("title", "送达地址确认书", "copies", "2份")));
    values.put(
        "signatures", List.of(signature("申请人", "杨䶮𠅤", 1), signature("申请人", "演示市安拆建筑工程有限公司", 2)));
    values.put("textHash", Hash.of("y").value());
    return values;
  }

  static Map<String, Object> address() {
    Map<String, Object> values = new HashMap<>();
    values.put("matter", "拆除施工致房屋漏水纠纷的调解和司法确认");
    values.put("role", "申请人");
    values.put("name", "杨䶮𠅤");
    values.put("recipient", "杨䶮𠅤");
    values.put("address", "演示市双桥街道青石路8号302");
    values.put("phone", "13800000002");
    values.put("electronic", true);
    values.put("channels", List.of(Map.of("kind", "短信", "account", "13800000002")));
    values.put("signatures", List.of(signature("申请人", "杨䶮𠅤", 1)));
    values.put("textHash", Hash.of("z").value());
    return values;
  }

  /** With signatures and pictures where there are samples of them, else as the template's own. */
  static Map<String, Object> of(Templates templates, String name) {
    return all().containsKey(name)
        ? all().get(name)
        : templates.values(name, templates.sample(name).orElseThrow());
  }

  private static Map<String, Map<String, Object>> all() {
    return Map.of(
        "people-mediation-agreement", agreement(),
        "mediation-certificate", certificate(),
        "confirmation-application", application(),
        "address-for-service", address());
  }

  private static Map<String, Object> signature(String role, String name, int hand) {
    Map<String, Object> signature = new HashMap<>();
    signature.put("role", role);
    signature.put("name", name);
    signature.put("method", "手写笔迹＋短信验证");
    signature.put("signedAt", SIGNED);
    signature.put("picture", ink(hand));
    return signature;
  }

  /** A wavy line: different for each hand, and plainly nobody's name. */
  private static byte[] ink(int hand) {
    List<InkDrawing.Point> stroke = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      stroke.add(new InkDrawing.Point(i * 6, 60 + 40 * Math.sin(i * 0.3 * hand) + i % 5));
    }
    return new InkDrawing(List.of(stroke)).png();
  }
}
