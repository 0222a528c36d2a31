package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.yilian.disputes.Channel;
import org.yilian.disputes.Handling;
import org.yilian.disputes.Phone;
import org.yilian.disputes.Reporter;
import org.yilian.disputes.Reports;
import org.yilian.identity.Area;
import org.yilian.identity.AreaLevel;
import org.yilian.identity.Organisation;
import org.yilian.kernel.Form;
import org.yilian.kernel.Hash;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/**
 * Reports of people without an account: by the code on an estate's poster, or from anywhere by the
 * open application page. A phone is confirmed by SMS; a dated receipt proves the day of the
 * request, which interrupts the limitation (最高法诉讼时效规定 12).
 */
public final class PublicReports {
  private static final int CODES_FOR_PHONE = 5;
  private static final int CODES_FOR_ADDRESS = 60;
  private static final int NAME = 50;

  private final ReceiptStore store = new ReceiptStore();
  private final Office.Ground on;
  private final Reports reports;
  private final Estates estates;
  private final SpokenReports spoken;

  PublicReports(Office.Ground on, Reports reports, Estates estates, SpokenReports spoken) {
    this.on = on;
    this.reports = reports;
    this.estates = estates;
    this.spoken = spoken;
  }

  /** Sends six digits to a phone; whoever asks too often waits, and nobody else does. */
  public Future<Void> sendCode(Form form, String address) {
    String phone = phone(form);
    form.check();
    return on.database()
        .inTransaction(
            client ->
                slowDown(client, "report-phone:" + on.vault().index(phone), CODES_FOR_PHONE)
                    .compose(
                        may -> slowDown(client, "report-address:" + address, CODES_FOR_ADDRESS))
                    .compose(
                        may ->
                            on.codes()
                                .issue(
                                    client,
                                    subject(phone),
                                    phone,
                                    code -> "【易联】您的验证码是" + code + "，五分钟内有效，用于登记您反映的事项。")))
        .onSuccess(queued -> on.sms().flush());
  }

  private Future<Void> slowDown(SqlClient client, String subject, int allowed) {
    return on.throttles()
        .check(client, subject, allowed)
        .compose(may -> on.throttles().failed(client, subject));
  }

  private String subject(String phone) {
    return "report:" + on.vault().index(phone);
  }

  private static String phone(Form form) {
    String typed = form.text("phone", 40);
    if (typed == null) {
      return "";
    }
    Optional<String> normal = Phone.normal(typed);
    if (normal.isEmpty()) {
      form.fault("phone", "手机号码应为 11 位数字，以 1 开头。");
    }
    return normal.orElse("");
  }

  /**
   * Enters the report of a resident or applicant: {@code {estateCode? | areaCode? | elsewhere?,
   * name, phone, code, other, cause, recordingIds?, …}}.
   *
   * @return {@code {number, token, receivedOn, applicant, organisation}}: the token opens the
   *     progress page
   */
  public Future<JsonObject> report(Form form, JsonObject said) {
    String phone = phone(form);
    String code = form.text("code", 10);
    String name = form.text("name", NAME);
    String other = form.text("other", 200);
    String estateCode = form.optionalText("estateCode", 20);
    String elsewhere = form.optionalText("elsewhere", 100);
    if (estateCode == null && elsewhere == null && !form.has("areaCode")) {
      form.fault("areaCode", "请选择事情发生在哪里；列表里没有的，请填写所在的地方。");
    }
    List<String> recordingIds = form.texts("recordingIds", SpokenReports.MOST, 64);
    if (!recordingIds.isEmpty() && !form.has("key")) {
      form.fault("recordingIds", "没有找到您传好的录音，请重新录音。");
    }
    form.check();
    JsonObject report = reportOf(said, name, phone, other, elsewhere);
    String key = form.optionalText("key", 64);
    String token = token(phone, key);
    Said aloud = new Said(key, recordingIds);
    form.check();
    return given(token)
        .compose(
            before ->
                before.isPresent()
                    ? Future.succeededFuture(before.get())
                    : on.database()
                        .withConnection(
                            client -> place(client, estateCode, said.getString("areaCode")))
                        .compose(
                            place ->
                                enter(
                                    new Applicant(
                                        phone, code, name, estateCode, place, elsewhere, aloud),
                                    report,
                                    token)));
  }

  /**
   * Whoever sends his report again under the same key gets the same receipt again: the key is a
   * secret of his browser, and the token follows from it.
   */
  private String token(String phone, String key) {
    return key == null
        ? Ids.fresh() + Ids.fresh()
        : on.vault().index("receipt:" + phone + ":" + key);
  }

  /** Recordings of a browser that knows the key. */
  private record Said(String key, List<String> recordingIds) {}

  /** Who reports, and where. */
  private record Applicant(
      String phone,
      String code,
      String name,
      String estateCode,
      String place,
      String elsewhere,
      Said aloud) {}

  /** The code is used up, the report entered and the receipt given in one transaction. */
  private Future<JsonObject> enter(Applicant by, JsonObject report, String token) {
    return on.database()
        .withConnection(client -> handOver(client, by.place(), by.elsewhere()))
        .compose(
            unit ->
                reports.report(
                    reporter(by.phone(), by.name(), by.estateCode(), by.place()),
                    Form.of(report),
                    (client, disputeId) -> give(client, by, disputeId, token, unit),
                    id -> given(token).map(Optional::orElseThrow)));
  }

  private Future<Void> give(
      SqlClient client, Applicant by, String disputeId, String token, Optional<Organisation> unit) {
    ReceiptStore.Receipt receipt =
        new ReceiptStore.Receipt(
            Hash.of(token).value(),
            disputeId,
            by.name(),
            by.estateCode(),
            on.clock().instant().truncatedTo(ChronoUnit.MICROS),
            by.elsewhere() == null ? null : unit.map(Organisation::name).orElse(null),
            unit.map(Organisation::id).orElse(null));
    return on.codes()
        .redeem(client, subject(by.phone()), by.code())
        .compose(done -> store.insert(client, receipt))
        .compose(
            done -> spoken.attach(client, by.aloud().key(), by.aloud().recordingIds(), disputeId));
  }

  /** The receipt as it was given, if there is one. */
  private Future<Optional<JsonObject>> given(String token) {
    return on.database()
        .withConnection(client -> store.given(client, Hash.of(token).value()))
        .map(found -> found.map(receipt -> receipt.put("token", token)));
  }

  /** The applicant is side A; whom he names is side B, by name or by what is known. */
  private static JsonObject reportOf(
      JsonObject said, String name, String phone, String other, String elsewhere) {
    JsonArray parties =
        JsonArray.of(
            JsonObject.of("side", "A", "name", name, "phone", phone),
            JsonObject.of("side", "B", "description", other));
    String where = said.getString("address", "");
    return new JsonObject()
        .put("type", said.getString("type", "OTHER"))
        .put("cause", said.getValue("cause"))
        .put("description", said.getValue("description"))
        .put("address", elsewhere == null ? where : elsewhere + " " + where)
        .put("source", "APPLICATION")
        .put("key", said.getValue("key"))
        .put("parties", parties);
  }

  private Reporter reporter(String phone, String name, String estateCode, String place) {
    Channel channel = estateCode == null ? Channel.ONLINE : Channel.RESIDENT;
    String id = "phone:" + on.vault().index(phone);
    return new Reporter(id, name, place, channel, Handling.TOGETHER, AreaLevel.STREET);
  }

  /** Where it is entered: the estate's area, the one chosen, else the city, which hands it over. */
  private Future<String> place(SqlClient client, String estateCode, String areaCode) {
    if (estateCode != null) {
      return estates.inUse(client, estateCode).map(Estate::areaCode);
    }
    if (areaCode == null) {
      return on.areas()
          .within(client, "")
          .map(cities -> cities.stream().findFirst().map(Area::code).orElse(""));
    }
    return on.areas()
        .find(client, areaCode)
        .map(area -> area.orElseThrow(() -> Refusal.field("areaCode", "请从列表中选择所在的区域。")))
        .map(Area::code);
  }

  /** Who calls the applicant: the committee of the place, else the centre that hands it over. */
  private Future<Optional<Organisation>> handOver(
      SqlClient client, String place, String elsewhere) {
    String duty = elsewhere == null ? "人民调解委员会" : "市中心";
    return on.areas()
        .unit(client, place, duty)
        .compose(
            unit ->
                unit.isPresent()
                    ? Future.succeededFuture(unit)
                    : on.areas().unit(client, place, "街道中心"));
  }

  /**
   * What a paper of the receipt says: {@code {number, cause, receivedOn, applicant, organisationId,
   * fileId?}}; 404 where nobody received it who could tell.
   */
  public Future<JsonObject> receipt(String token) {
    return on.database()
        .withConnection(client -> store.paper(client, Hash.of(token).value()))
        .map(found -> found.orElseThrow(Refusal::notFound));
  }

  /** The paper of a receipt, if it has one; it is held for the rest of the transaction. */
  public Future<Optional<String>> heldPaper(SqlClient client, String token) {
    return store.heldPaper(client, Hash.of(token).value());
  }

  /** Keeps the paper of a receipt, which {@link #heldPaper} has found to have none. */
  public Future<Void> keepPaper(SqlClient client, String token, String fileId) {
    return store.keepPaper(client, Hash.of(token).value(), fileId);
  }

  /** How far it is: {@code {number, receivedOn, applicant, status, units, handedOverTo?}}. */
  public Future<JsonObject> progress(String token) {
    return on.database()
        .withConnection(
            client ->
                store
                    .progress(client, Hash.of(token).value())
                    .map(found -> found.orElseThrow(Refusal::notFound)));
  }
}
