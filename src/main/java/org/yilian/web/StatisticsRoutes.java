package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PUT;

import io.vertx.core.Future;
import java.time.LocalDate;
import org.yilian.kernel.Form;
import org.yilian.statistics.AreaMaps;
import org.yilian.statistics.Baselines;
import org.yilian.statistics.Figures;
import org.yilian.statistics.Walls;

/** Routes of figures, wall screens and maps. */
public final class StatisticsRoutes {
  private final Figures figures;
  private final Walls walls;
  private final AreaMaps maps;
  private final Baselines baselines;

  public StatisticsRoutes(Figures figures, Walls walls, AreaMaps maps, Baselines baselines) {
    this.figures = figures;
    this.walls = walls;
    this.maps = maps;
    this.baselines = baselines;
  }

  public void addTo(Api api) {
    api.signedIn(GET, "/statistics", this::figures);
    api.signedIn(GET, "/statistics.csv", this::csv);
    api.signedIn(GET, "/statistics.xlsx", this::xlsx);
    api.signedIn(
        GET,
        "/baselines/:area",
        request -> baselines.of(request.caller(), request.path("area")).map(Reply::ok));
    api.signedIn(
        PUT,
        "/baselines/:area",
        request ->
            baselines.put(request.caller(), request.path("area"), request.form()).map(Reply::ok));
    api.signedIn(GET, "/wall", this::wall);
    api.signedIn(
        GET,
        "/area-map",
        request -> maps.of(request.caller(), request.query("area")).map(Reply::ok));
  }

  private Future<Reply> figures(Request request) {
    return figures.of(request.caller(), request.queries()).map(Reply::ok);
  }

  private Future<Reply> csv(Request request) {
    return figures
        .csv(request.caller(), request.queries())
        .map(file -> Reply.bytes("text/csv; charset=utf-8", file));
  }

  private Future<Reply> xlsx(Request request) {
    return figures.xlsx(request.caller(), request.queries()).map(Reply::xlsx);
  }

  private Future<Reply> wall(Request request) {
    Form form = Form.of(request.queries());
    LocalDate since = form.optionalDate("since");
    form.check();
    return walls.of(request.caller(), request.query("area"), since).map(Reply::ok);
  }
}
