package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yilian.db.Database;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.identity.People;
import org.yilian.identity.Person;
import org.yilian.identity.Role;
import org.yilian.kernel.Refusal;

/** Which organisations there are and who is engaged as what, for staff who set up a room. */
public final class DirectoryRoutes {
  private final Database database;
  private final Organisations organisations;
  private final People people;

  public DirectoryRoutes(Database database, Organisations organisations, People people) {
    this.database = database;
    this.organisations = organisations;
    this.people = people;
  }

  public void addTo(Api api) {
    api.signedIn(GET, "/organisations", this::organisations);
    api.signedIn(GET, "/people", this::people);
  }

  private Future<Reply> organisations(Request request) {
    request.caller().staff();
    Organisation.Kind kind = word(request, "kind", Organisation.Kind.values());
    return database
        .withConnection(client -> organisations.list(client, kind))
        .map(found -> request.page(found.stream().map(Organisation::toJson).toList()));
  }

  private Future<Reply> people(Request request) {
    request.caller().staff();
    Role role = word(request, "role", Role.values());
    if (role == null) {
      throw Refusal.field("role", "请写明要找哪一种人员，如 NEUTRAL_LAWYER。");
    }
    return database.withConnection(client -> people(client, role)).map(request::page);
  }

  private Future<List<JsonObject>> people(SqlClient client, Role role) {
    Future<List<Person>> found = people.ofRole(client, role);
    Future<List<Organisation>> all = organisations.list(client, null);
    return Future.all(found, all).map(done -> lines(found.result(), all.result()));
  }

  private static List<JsonObject> lines(List<Person> people, List<Organisation> organisations) {
    Map<String, Organisation> byId =
        organisations.stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
    return people.stream()
        .map(
            person ->
                person.toJson().put("organisation", byId.get(person.organisationId()).toJson()))
        .toList();
  }

  private static <E extends Enum<E>> E word(Request request, String name, E[] words) {
    String value = request.query(name);
    if (value == null) {
      return null;
    }
    return Arrays.stream(words)
        .filter(word -> word.name().equals(value))
        .findFirst()
        .orElseThrow(() -> Refusal.field(name, "没有这个种类。"));
  }
}
