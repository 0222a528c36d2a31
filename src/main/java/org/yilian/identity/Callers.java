package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.yilian.db.Database;

/** Tells a caller who the system takes him for. */
public final class Callers {
  private final Database database;
  private final People people;
  private final Organisations organisations;
  private final SecondFactors factors;
  private final SeatStore seats = new SeatStore();

  public Callers(
      Database database, People people, Organisations organisations, SecondFactors factors) {
    this.database = database;
    this.people = people;
    this.organisations = organisations;
    this.factors = factors;
  }

  /**
   * {@code {person, kind, secondFactor?, roomId?, partyId?, representativeId?, side?}} of a caller.
   */
  public Future<JsonObject> describe(Caller caller) {
    return caller instanceof Caller.Guest
        ? guest(caller.principalId(), ((Caller.Guest) caller).roomId())
        : staff(caller.principalId());
  }

  /** The same of a session that has just started. */
  public Future<JsonObject> describe(Sessions.Started started) {
    return started.roomId() == null
        ? staff(started.principalId())
        : guest(started.principalId(), started.roomId());
  }

  private Future<JsonObject> staff(String personId) {
    return people
        .get(database.pool(), personId)
        .compose(
            person ->
                organisations
                    .get(database.pool(), person.organisationId())
                    .map(organisation -> staff(person, organisation)))
        .compose(
            about ->
                factors
                    .brief(database.pool(), personId)
                    .map(factor -> about.put("secondFactor", factor)));
  }

  private static JsonObject staff(Person person, Organisation organisation) {
    JsonObject who =
        new JsonObject()
            .put("id", person.id())
            .put("name", person.name())
            .put("roles", person.roleNames())
            .put("organisation", organisation.toJson());
    return new JsonObject().put("kind", "STAFF").put("person", who);
  }

  private Future<JsonObject> guest(String principalId, String roomId) {
    return seats.find(database.pool(), principalId, roomId).map(seat -> guest(seat, roomId));
  }

  private static JsonObject guest(SeatStore.Seat seat, String roomId) {
    JsonObject who =
        new JsonObject()
            .put("id", seat.principalId())
            .put("name", seat.name())
            .put("roles", JsonArray.of("PARTY"));
    return new JsonObject()
        .put("kind", "PARTY")
        .put("person", who)
        .put("roomId", roomId)
        .put("partyId", seat.partyId())
        .put("representativeId", seat.representativeId())
        .put("side", seat.side());
  }
}
