package org.yilian.statistics;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import org.yilian.db.Database;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;
import org.yilian.identity.Role;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/**
 * What an area resolved before this system was launched, entered by a person with its source: the
 * counters know nothing of that time.
 */
public final class Baselines {
  private static final long MOST = 1_000_000_000;

  private final BaselineStore store = new BaselineStore();
  private final Database database;
  private final Areas areas;
  private final Clock clock;

  public Baselines(Database database, Areas areas, Clock clock) {
    this.database = database;
    this.areas = areas;
    this.clock = clock;
  }

  /**
   * What was entered for the area: {@code {area, resolved?, reported?, source?, by?, at?, may}}.
   */
  public Future<JsonObject> of(Caller caller, String area) {
    Caller.Staff staff = caller.staff();
    return database.withConnection(
        client ->
            areas
                .look(client, staff)
                .map(look -> overseer(look, area))
                .compose(look -> view(client, area, keeps(staff, look))));
  }

  private Future<JsonObject> view(SqlClient client, String area, boolean may) {
    return store
        .find(client, area)
        .map(found -> found.orElseGet(JsonObject::new).put("area", area).put("may", may));
  }

  /** A centre or an administrator enters it, in place of what stood there. */
  public Future<JsonObject> put(Caller caller, String area, Form form) {
    Caller.Staff staff = caller.staff();
    Long reported = form.number("reported", 1, MOST);
    Long resolved = form.number("resolved", 0, MOST);
    String source = form.text("source", 200);
    if (reported != null && resolved != null && resolved > reported) {
      form.fault("resolved", "化解数不能多于登记数。");
    }
    form.check();
    return database.inTransaction(
        client ->
            areas
                .look(client, staff)
                .map(look -> keeper(staff, look, area))
                .compose(
                    look ->
                        store.put(
                            client,
                            area,
                            new Ratio(resolved, reported),
                            source,
                            staff.principalId(),
                            clock.instant()))
                .compose(done -> view(client, area, true)));
  }

  private static Look overseer(Look look, String area) {
    if (area.isEmpty() || !look.oversees(area)) {
      throw Refusal.notFound();
    }
    return look;
  }

  private static Look keeper(Caller.Staff staff, Look look, String area) {
    if (!keeps(staff, overseer(look, area))) {
      throw Refusal.notFound();
    }
    return look;
  }

  private static boolean keeps(Caller.Staff staff, Look look) {
    return staff.is(Role.ADMIN) || look.centre().isPresent();
  }
}
