package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import org.yilian.db.Constraints;
import org.yilian.db.Database;
import org.yilian.disputes.Ledger;
import org.yilian.identity.Area;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/**
 * Housing estates and the codes on their posters, by which residents report from where they live.
 */
public final class Estates {
  private static final int CODE_LENGTH = 10;

  private final EstateStore store = new EstateStore();
  private final Database database;
  private final Ledger ledger;
  private final Areas areas;
  private final Clock clock;

  Estates(Database database, Ledger ledger, Areas areas, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.areas = areas;
    this.clock = clock;
  }

  /** The estates of the area that the caller looks over. */
  public Future<List<JsonObject>> list(Caller caller, int limit) {
    Caller.Staff staff = caller.staff();
    return database.withConnection(
        client ->
            ledger.look(client, staff).compose(look -> store.within(client, look.areas(), limit)));
  }

  /** A new estate with a code for its poster: {@code {name, areaCode, contactPhone?}}. */
  public Future<JsonObject> add(Caller caller, Form form) {
    Estate estate = read(form, Ids.fresh().substring(0, CODE_LENGTH));
    form.check();
    return database
        .inTransaction(
            client ->
                owned(client, caller, estate.areaCode())
                    .compose(
                        look ->
                            store.insert(client, estate, caller.principalId(), clock.instant())))
        .recover(Constraints.refusing("estates_name", Estates::sameName))
        .map(done -> estate.toJson());
  }

  /** The estate moved to another area or has another name; its posters stay as they are. */
  public Future<JsonObject> change(Caller caller, String code, Form form) {
    Estate changed = read(form, code);
    Boolean retired = form.optionalFlag("retired");
    form.check();
    return database
        .inTransaction(
            client ->
                store
                    .find(client, code)
                    .map(found -> found.orElseThrow(Refusal::notFound))
                    .compose(before -> owned(client, caller, before.areaCode()))
                    .compose(look -> owned(client, caller, changed.areaCode()))
                    .compose(
                        look ->
                            store.update(
                                client,
                                changed,
                                Boolean.TRUE.equals(retired) ? clock.instant() : null)))
        .recover(Constraints.refusing("estates_name", Estates::sameName))
        .map(done -> changed.toJson());
  }

  private static Estate read(Form form, String code) {
    return new Estate(
        code,
        form.text("name", 60),
        form.text("areaCode", 15),
        form.optionalText("contactPhone", 20),
        false);
  }

  private static Refusal sameName() {
    return Refusal.field("name", "这个区域已有同名小区，请直接使用它的二维码。");
  }

  private Future<Look> owned(SqlClient client, Caller caller, String areaCode) {
    return ledger
        .look(client, caller.staff())
        .compose(
            look ->
                areas
                    .find(client, areaCode)
                    .map(
                        area -> {
                          if (area.filter(one -> look.oversees(one.code())).isEmpty()) {
                            throw Refusal.field("areaCode", "请选择本辖区内的区域。");
                          }
                          return look;
                        }));
  }

  /** What a scanned code leads to: {@code {code, name, place}}; 410 {@code estate-retired}. */
  public Future<JsonObject> scanned(String code) {
    return database.withConnection(
        client ->
            inUse(client, code)
                .compose(
                    estate ->
                        areas
                            .chain(client, estate.areaCode())
                            .map(
                                place ->
                                    estate
                                        .toJson()
                                        .put("place", place.stream().map(Area::name).toList()))));
  }

  Future<Estate> inUse(SqlClient client, String code) {
    return store
        .find(client, code)
        .map(found -> found.orElseThrow(Refusal::notFound))
        .map(
            estate -> {
              if (estate.retired()) {
                throw Refusal.gone("estate-retired", "这个二维码已停用。请扫小区里新的二维码，或从网上申请页面登记。");
              }
              return estate;
            });
  }
}
