package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.identity.People;
import org.yilian.identity.Vault;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/**
 * Who may not be neutral in a dispute (律师法 39; 人民调解法 15): whoever is a party of it, represents or
 * represented one of its sides here or elsewhere, disclosed a relation, or noted for himself that
 * he stays away. Of guardians {@link Conflicts} says it.
 */
public final class Recusals {
  private static final int LONGEST_NAME = 100;

  private final RecusalStore store = new RecusalStore();
  private final Database database;
  private final People people;
  private final Vault vault;
  private final Clock clock;

  public Recusals(Database database, People people, Vault vault, Clock clock) {
    this.database = database;
    this.people = people;
    this.vault = vault;
    this.clock = clock;
  }

  /** How somebody stands to whom he noted. */
  enum Relation {
    REPRESENTED,
    RELATED,
    INTEREST
  }

  /**
   * One note.
   *
   * @param name whom he stays away from
   * @param phoneIndex of that one's phone, or null
   * @param idIndex of that one's identity number, or null
   */
  record Recusal(
      String id,
      String personId,
      String name,
      Relation relation,
      String phoneIndex,
      String idIndex) {}

  /** Those of these people who may not be taken for the dispute. */
  public Future<Set<String>> of(SqlClient client, String disputeId, List<String> personIds) {
    if (personIds.isEmpty()) {
      return Future.succeededFuture(Set.of());
    }
    return people
        .phones(client, personIds)
        .compose(phones -> store.of(client, disputeId, indexed(personIds, phones)));
  }

  private Map<String, String> indexed(List<String> personIds, Map<String, String> phones) {
    Map<String, String> indexes = new HashMap<>();
    for (String id : personIds) {
      indexes.put(id, phones.containsKey(id) ? vault.index(phones.get(id)) : null);
    }
    return indexes;
  }

  /** What the caller noted for himself; nobody else reads it. */
  public Future<List<JsonObject>> own(Caller caller) {
    String personId = caller.staff().principalId();
    return database.withConnection(client -> store.ofPerson(client, personId));
  }

  /** Notes somebody: {@code {name, relation, phone?, idNumber?}}; numbers are kept as indexes. */
  public Future<Void> note(Caller caller, Form form) {
    String personId = caller.staff().principalId();
    LocalDate today = Deadlines.dateOf(clock.instant());
    PartyKind kind = form.optionalWord("kind", PartyKind.class);
    String name = form.text("name", LONGEST_NAME);
    Relation relation = form.word("relation", Relation.class);
    String phone = Identities.phone(form);
    IdNumber id = Identities.optionalId(form, kind == null ? PartyKind.PERSON : kind, today);
    form.check();
    Recusal recusal =
        new Recusal(
            Ids.fresh(),
            personId,
            name,
            relation,
            phone == null ? null : vault.index(phone),
            id == null ? null : vault.index(id.number()));
    return database.withConnection(
        client -> store.insert(client, recusal, clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }

  /** Takes a note back. */
  public Future<Void> withdraw(Caller caller, String id) {
    String personId = caller.staff().principalId();
    return database
        .withConnection(client -> store.withdraw(client, id, personId, clock.instant()))
        .compose(done -> done ? Future.succeededFuture() : Future.failedFuture(Refusal.notFound()));
  }
}
