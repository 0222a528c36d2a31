package org.yilian.imports;

import static org.yilian.imports.Column.Kind.DAY;
import static org.yilian.imports.Column.Kind.NUMBER;
import static org.yilian.imports.Column.Kind.YUAN;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.yilian.disputes.DisputeEntry;
import org.yilian.disputes.DisputeSource;
import org.yilian.disputes.DisputeType;
import org.yilian.disputes.OldDisputes;
import org.yilian.disputes.PartyKind;
import org.yilian.identity.Areas;
import org.yilian.kernel.Field;
import org.yilian.kernel.Form;

/** The older ledger of a street or a district. */
final class DisputeIntake implements Intake<DisputeEntry> {
  private final OldDisputes disputes;
  private final Areas areas;
  private final List<Column> columns;

  DisputeIntake(OldDisputes disputes, Areas areas) {
    this.disputes = disputes;
    this.areas = areas;
    Map<String, String> kinds = Words.of("imports", "partyKind.", PartyKind.values());
    columns =
        List.of(
            Column.text("编号", "number").always(),
            Column.of("登记日期", "reportedOn", DAY).always(),
            Column.word("类型", "type", Words.of("ledger", "type.", DisputeType.values())).always(),
            Column.text("事由", "cause").always(),
            Column.text("一方", "parties[0].name").always(),
            Column.word("一方类别", "parties[0].kind", kinds),
            Column.text("一方电话", "parties[0].phone"),
            Column.text("一方证件号码", "parties[0].idNumber"),
            Column.text("另一方", "parties[1].name"),
            Column.word("另一方类别", "parties[1].kind", kinds),
            Column.text("另一方电话", "parties[1].phone"),
            Column.text("另一方证件号码", "parties[1].idNumber"),
            Column.text("地点", "address"),
            Column.text("区域代码", "areaCode"),
            Column.text("描述", "description"),
            Column.word("来源", "source", Words.of("imports", "source.", DisputeSource.values()))
                .always(),
            Column.of("涉及人数", "peopleCount", NUMBER),
            Column.of("涉及金额（元）", "amountFen", YUAN),
            Column.word("状态", "state", Words.of("imports", "state.", OldDisputes.State.values()))
                .always(),
            Column.of("化解日期", "resolvedOn", DAY),
            Column.of("挽回金额（元）", "recoveredFen", YUAN));
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public boolean open(Importer by) {
    return by.look().centre().isPresent() || by.keepsArea();
  }

  /** One side stands in the first columns, the other one in the next. */
  @Override
  public void complete(JsonObject row) {
    JsonArray parties = row.getJsonArray("parties", new JsonArray());
    for (int i = 0; i < parties.size(); i++) {
      parties.getJsonObject(i).put("side", String.valueOf((char) ('A' + i)));
    }
  }

  @Override
  public DisputeEntry read(Importer by, Form row) {
    return disputes.read(by.staff(), row, by.area());
  }

  @Override
  public String keyOf(DisputeEntry row) {
    return row.key();
  }

  @Override
  public Future<Map<Integer, Field>> against(
      SqlClient client, Importer by, List<DisputeEntry> rows, Predicate<String> above) {
    Future<Set<String>> places =
        areas.known(client, rows.stream().map(DisputeEntry::areaCode).distinct().toList());
    Future<Set<String>> known =
        disputes.known(client, rows.stream().map(DisputeEntry::key).toList());
    return Future.all(places, known)
        .map(all -> Intake.faults(rows, row -> fault(by, row, places.result(), known.result())));
  }

  private static Optional<Field> fault(
      Importer by, DisputeEntry row, Set<String> places, Set<String> known) {
    if (!row.areaCode().isEmpty() && !places.contains(row.areaCode())) {
      return Optional.of(new Field("areaCode", "没有这个区域代码。"));
    }
    if (!by.look().oversees(row.areaCode())) {
      return Optional.of(new Field("areaCode", "不在您的辖区内。"));
    }
    return known.contains(row.key())
        ? Optional.of(new Field("number", "台账里已有这个编号，已经导入过。"))
        : Optional.empty();
  }

  @Override
  public Future<Void> enter(SqlClient client, Importer by, List<DisputeEntry> rows) {
    return disputes.enter(client, by.staff(), rows);
  }
}
