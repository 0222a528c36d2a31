package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;

import io.vertx.core.Future;
import java.util.List;
import org.yilian.db.Database;
import org.yilian.identity.Area;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;

/** The areas of the city, for whoever says where something is. */
public final class AreaRoutes {
  private final Database database;
  private final Areas areas;

  public AreaRoutes(Database database, Areas areas) {
    this.database = database;
    this.areas = areas;
  }

  public void addTo(Api api) {
    api.open(GET, "/areas", this::within);
    api.signedIn(GET, "/areas/mine", this::mine);
  }

  /** The areas directly within {@code ?within=}; the names of places are no secret. */
  private Future<Reply> within(Request request) {
    String code = request.query("within") == null ? "" : request.query("within");
    return database
        .withConnection(client -> areas.within(client, code))
        .map(found -> request.page(found.stream().map(Area::toJson).toList()));
  }

  /** The caller's own area with all that hold it, the widest first. */
  private Future<Reply> mine(Request request) {
    Caller.Staff staff = request.caller().staff();
    return database
        .withConnection(
            client ->
                areas
                    .look(client, staff)
                    .compose(
                        look -> {
                          String code =
                              look.areas().isEmpty() ? look.findsIn() : look.areas().get(0);
                          return areas.chain(client, code);
                        }))
        .map((List<Area> found) -> request.page(found.stream().map(Area::toJson).toList()));
  }
}
