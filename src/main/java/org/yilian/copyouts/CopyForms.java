package org.yilian.copyouts;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.yilian.db.Constraints;
import org.yilian.db.Database;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;
import org.yilian.identity.Role;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/** The forms of the platforms that places still have to feed, kept as data by their centres. */
public final class CopyForms {
  private final CopyFormStore store = new CopyFormStore();
  private final Database database;
  private final Areas areas;
  private final Clock clock;

  public CopyForms(Database database, Areas areas, Clock clock) {
    this.database = database;
    this.areas = areas;
    this.clock = clock;
  }

  /** How far somebody looks who copies out; 404 for whoever looks over no area. */
  static Look copier(Caller.Staff staff, Look look) {
    boolean may =
        look.centre().isPresent() || staff.is(Role.COMMUNITY_HEAD) || staff.is(Role.ADMIN);
    if (!may || look.areas().isEmpty()) {
      throw Refusal.notFound();
    }
    return look;
  }

  /**
   * The forms of the caller's area with what a field may be taken from: {@code {items: [{id,
   * version, areaCode, name, fields, mayEdit}], sources: [{source, words}]}}.
   */
  public Future<JsonObject> list(Caller caller) {
    Caller.Staff staff = caller.staff();
    return database.withConnection(
        client ->
            areas
                .look(client, staff)
                .map(look -> copier(staff, look))
                .compose(
                    look ->
                        store.of(client, look.areas()).map(found -> listed(staff, look, found))));
  }

  private static JsonObject listed(Caller.Staff staff, Look look, List<CopyForm> found) {
    JsonArray items = new JsonArray().add(CopyForm.BUNDLED.toJson().put("mayEdit", false));
    found.forEach(
        form -> items.add(form.toJson().put("mayEdit", edits(staff, look, form.areaCode()))));
    JsonArray sources = new JsonArray();
    Arrays.stream(CopySource.values())
        .forEach(one -> sources.add(JsonObject.of("source", one.name(), "words", one.words())));
    return new JsonObject().put("items", items).put("sources", sources);
  }

  private static boolean edits(Caller.Staff staff, Look look, String areaCode) {
    return (staff.is(Role.ADMIN) || look.centre().isPresent()) && look.oversees(areaCode);
  }

  /** The form in force, if it is one of the looker's area, else 404. */
  Future<CopyForm> inForce(SqlClient client, Look look, String id) {
    if (id.equals(CopyForm.BUNDLED.id())) {
      return Future.succeededFuture(CopyForm.BUNDLED);
    }
    return store
        .of(client, look.areas())
        .map(all -> all.stream().filter(one -> one.id().equals(id)).findFirst())
        .map(found -> found.orElseThrow(Refusal::notFound));
  }

  /** A new form: {@code {areaCode, name, fields, note?}}. */
  public Future<JsonObject> add(Caller caller, Form form) {
    CopyForm made = read(form, Ids.fresh(), 1, form.text("areaCode", 15));
    String note = form.optionalText("note", 200);
    form.check();
    return database
        .inTransaction(
            client ->
                editor(client, caller, made.areaCode())
                    .compose(look -> insert(client, caller, made, false, note)))
        .map(done -> made.toJson().put("mayEdit", true));
  }

  private static CopyForm read(Form form, String id, int version, String areaCode) {
    String name = form.text("name", 60);
    List<CopyField> fields = CopyForm.fields(form);
    return new CopyForm(
        id, version, areaCode == null ? "" : areaCode, name == null ? "" : name, fields);
  }

  private Future<Void> insert(
      SqlClient client, Caller caller, CopyForm form, boolean retired, String note) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return store.insert(client, form, retired, note == null ? "" : note, caller.principalId(), now);
  }

  private Future<Look> editor(SqlClient client, Caller caller, String areaCode) {
    Caller.Staff staff = caller.staff();
    return areas
        .look(client, staff)
        .map(
            look -> {
              if (!edits(staff, look, areaCode)) {
                throw Refusal.notFound();
              }
              return look;
            });
  }

  /**
   * A new version, or with {@code retired} the last one: {@code {name, fields, note?, after,
   * retired?}}.
   *
   * @return fails with 409 {@code changed-meanwhile} where {@code after} is not the newest
   */
  public Future<JsonObject> change(Caller caller, String id, Form form) {
    Long after = form.number("after", 0, Integer.MAX_VALUE);
    boolean retired = Boolean.TRUE.equals(form.optionalFlag("retired"));
    String note = form.optionalText("note", 200);
    CopyForm said = read(form, id, after == null ? 0 : after.intValue() + 1, null);
    form.check();
    return database
        .inTransaction(client -> change(client, caller, said, retired, note))
        .recover(Constraints.refusing("copy_forms_pkey", CopyForms::overtaken))
        .map(done -> done.toJson().put("mayEdit", true));
  }

  private Future<CopyForm> change(
      SqlClient client, Caller caller, CopyForm said, boolean retired, String note) {
    return store
        .find(client, said.id())
        .map(found -> found.orElseThrow(Refusal::notFound))
        .compose(before -> editor(client, caller, before.areaCode()).map(before))
        .compose(
            before -> {
              if (before.version() + 1 != said.version()) {
                return Future.failedFuture(overtaken());
              }
              CopyForm made =
                  new CopyForm(
                      said.id(), said.version(), before.areaCode(), said.name(), said.fields());
              return insert(client, caller, made, retired, note).map(made);
            });
  }

  private static Refusal overtaken() {
    return Refusal.conflict("changed-meanwhile", "这张表刚刚被别人改过，请看最新的一版后再改。");
  }
}
