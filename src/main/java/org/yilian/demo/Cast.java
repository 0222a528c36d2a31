package org.yilian.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yilian.db.Database;
import org.yilian.identity.Area;
import org.yilian.identity.Areas;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.identity.People;
import org.yilian.identity.Person;
import org.yilian.identity.Role;
import org.yilian.kernel.Ids;

/** The people and organisations of the demo: plainly made up, and never outside demo mode. */
public final class Cast {
  /** The same for everyone: it guards nothing but a demo on the loopback address. */
  private static final String PASSWORD = "yilian-demo";

  private final JsonObject cast;
  private final Database database;
  private final Areas areas;
  private final Organisations organisations;
  private final People people;

  /** Reads the cast from the classpath. */
  public Cast(
      Vertx vertx, Database database, Areas areas, Organisations organisations, People people) {
    this.cast = vertx.fileSystem().readFileBlocking("demo/cast.json").toJsonObject();
    this.database = database;
    this.areas = areas;
    this.organisations = organisations;
    this.people = people;
  }

  /** Adds the cast to a database that has none; changes nothing where it is there. */
  public Future<Void> engage() {
    return organisations
        .list(database.pool(), Organisation.Kind.MEDIATION_COMMITTEE)
        .compose(
            known ->
                known.isEmpty()
                    ? people.hashed(PASSWORD).compose(this::engage)
                    : Future.succeededFuture());
  }

  private Future<Void> engage(String passwordHash) {
    return database.inTransaction(client -> engage(client, passwordHash));
  }

  private Future<Void> engage(SqlClient client, String passwordHash) {
    Future<Void> done = Future.succeededFuture();
    for (Object item : cast.getJsonArray("areas")) {
      JsonObject area = (JsonObject) item;
      done =
          done.compose(
              before ->
                  areas.put(client, new Area(area.getString("code"), area.getString("name"))));
    }
    int position = 0;
    for (Object item : cast.getJsonArray("organisations")) {
      Organisation organisation = organisation((JsonObject) item);
      int at = position++;
      done = done.compose(before -> organisations.add(client, organisation, at));
    }
    for (Object item : cast.getJsonArray("people")) {
      Person person = person((JsonObject) item);
      String area = ((JsonObject) item).getString("area");
      String phone = ((JsonObject) item).getString("phone");
      done =
          done.compose(before -> people.add(client, person, passwordHash, phone))
              .compose(before -> people.station(client, person.id(), null, area));
    }
    return done;
  }

  /** What {@code GET /demo/cast} answers. */
  public JsonObject listing() {
    List<JsonObject> listed = new ArrayList<>();
    for (Object item : cast.getJsonArray("people")) {
      JsonObject person = (JsonObject) item;
      listed.add(
          new JsonObject()
              .put("username", person.getString("username"))
              .put("password", PASSWORD)
              .put("name", person.getString("name"))
              .put("roles", person.getJsonArray("roles"))
              .put("organisation", nameOf(person.getString("organisation"))));
    }
    return new JsonObject().put("people", new JsonArray(listed));
  }

  private String nameOf(String organisationId) {
    return cast.getJsonArray("organisations").stream()
        .map(JsonObject.class::cast)
        .filter(organisation -> organisation.getString("id").equals(organisationId))
        .map(organisation -> organisation.getString("name"))
        .findFirst()
        .orElseThrow();
  }

  private static Organisation organisation(JsonObject json) {
    return new Organisation(
        json.getString("id"),
        json.getString("name"),
        Organisation.Kind.valueOf(json.getString("kind")),
        json.getString("phone"),
        json.getString("district"),
        json.getString("address"),
        json.getBoolean("lawfulMediation", false),
        json.getString("courtLevel"),
        json.getString("area"),
        json.getString("duty"));
  }

  private static Person person(JsonObject json) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    json.getJsonArray("roles").forEach(role -> roles.add(Role.valueOf((String) role)));
    return new Person(
        Ids.fresh(),
        json.getString("username"),
        json.getString("name"),
        roles,
        json.getString("organisation"));
  }
}
