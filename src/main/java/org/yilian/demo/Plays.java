package org.yilian.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.yilian.db.Database;
import org.yilian.disputes.Disputes;
import org.yilian.identity.Caller;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.identity.People;
import org.yilian.identity.Person;
import org.yilian.identity.Role;
import org.yilian.kernel.Form;
import org.yilian.rooms.Invites;
import org.yilian.rooms.Member;
import org.yilian.rooms.Members;
import org.yilian.rooms.Rooms;

/**
 * The two disputes of the demo, brought to the point where both sides have their invitation: a leak
 * after a demolition, and a divorce with a house and a child.
 */
public final class Plays {
  private static final String SESSION = "demo";

  /** The use cases that the plays are made with, as any mediator would. */
  public record Stage(Disputes disputes, Rooms rooms, Members members, Invites invites) {}

  private final JsonArray plays;
  private final Database database;
  private final People people;
  private final Organisations organisations;
  private final Stage stage;

  public Plays(
      Vertx vertx, Database database, People people, Organisations organisations, Stage stage) {
    this.plays = vertx.fileSystem().readFileBlocking("demo/plays.json").toJsonArray();
    this.database = database;
    this.people = people;
    this.organisations = organisations;
    this.stage = stage;
  }

  /** The people who set a play up. */
  private record Crew(Caller.Staff mediator, Caller.Staff lawyer, String hostId) {}

  /** Sets the plays up where the mediator has no dispute yet; changes nothing otherwise. */
  public Future<Void> stage() {
    return crew()
        .compose(
            crew ->
                stage
                    .disputes()
                    .list(crew.mediator(), 0, 1)
                    .compose(known -> stageUnless(known, crew)));
  }

  private Future<Void> stageUnless(JsonObject known, Crew crew) {
    Future<Void> done = Future.succeededFuture();
    if (known.getJsonArray("items").isEmpty()) {
      for (Object play : plays) {
        JsonObject dispute = ((JsonObject) play).getJsonObject("dispute");
        done = done.compose(before -> stage(crew, dispute));
      }
    }
    return done;
  }

  private Future<Crew> crew() {
    return Future.all(
            organisations.list(database.pool(), Organisation.Kind.MEDIATION_COMMITTEE),
            people.ofRole(database.pool(), Role.MEDIATOR),
            people.ofRole(database.pool(), Role.NEUTRAL_LAWYER))
        .map(
            all -> {
              List<Organisation> hosts = all.resultAt(0);
              return new Crew(
                  caller(all.resultAt(1), "wang"),
                  caller(all.resultAt(2), "li"),
                  hosts.get(0).id());
            });
  }

  private static Caller.Staff caller(List<Person> people, String username) {
    Person person =
        people.stream().filter(one -> one.username().equals(username)).findFirst().orElseThrow();
    return new Caller.Staff(
        person.id(), SESSION, person.name(), person.roles(), person.organisationId());
  }

  private Future<Void> stage(Crew crew, JsonObject report) {
    return stage
        .disputes()
        .report(crew.mediator(), Form.of(report))
        .compose(dispute -> room(crew, dispute).compose(room -> furnish(crew, room, dispute)));
  }

  private Future<String> room(Crew crew, JsonObject dispute) {
    JsonObject wanted =
        JsonObject.of("hostOrganisationId", crew.hostId(), "track", "PEOPLES_MEDIATION");
    return stage.rooms().create(crew.mediator(), dispute.getString("id"), Form.of(wanted));
  }

  private Future<Void> furnish(Crew crew, String roomId, JsonObject dispute) {
    JsonObject lawyer =
        JsonObject.of("personId", crew.lawyer().principalId(), "role", "NEUTRAL_LAWYER");
    return stage
        .members()
        .add(crew.mediator(), roomId, Form.of(lawyer))
        .compose(added -> disclose(crew.lawyer(), roomId, added))
        .compose(done -> stage.rooms().members(database.pool(), roomId))
        .compose(members -> disclose(crew.mediator(), roomId, seatOf(crew.mediator(), members)))
        .compose(done -> inviteAll(crew, roomId, dispute.getJsonArray("parties")));
  }

  private static Member seatOf(Caller caller, List<Member> members) {
    return members.stream()
        .filter(member -> member.principalId().equals(caller.principalId()))
        .findFirst()
        .orElseThrow();
  }

  private Future<Void> disclose(Caller caller, String roomId, Member seat) {
    Form none = Form.of(JsonObject.of("relation", "NONE"));
    return stage.members().disclose(caller, roomId, seat.id(), none);
  }

  private Future<Void> inviteAll(Crew crew, String roomId, JsonArray parties) {
    Future<Void> done = Future.succeededFuture();
    for (Object party : parties) {
      Form form = Form.of(JsonObject.of("partyId", ((JsonObject) party).getString("id")));
      done =
          done.compose(before -> stage.invites().invite(crew.mediator(), roomId, form)).mapEmpty();
    }
    return done;
  }
}
