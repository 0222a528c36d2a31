package org.yilian.answers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.WorkingDays;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.identity.Role;
import org.yilian.identity.Vault;
import org.yilian.kernel.Form;
import org.yilian.kernel.Hash;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * Consultations that go on with a mediator or lawyer on duty. The one who takes it reads the whole
 * thread; to every other member of staff it does not exist.
 */
public final class HandOvers {
  private static final Texts TEXTS = Texts.of("answers");
  private static final Pattern PHONE = Pattern.compile("[0-9+ -]{7,20}");
  private static final int NAME = 50;
  private static final int LONGEST = 1000;

  /** How long a question waits for a person, or a person's silence lasts. */
  static final Duration WAITS = Duration.ofDays(30);

  private final HandOverStore store = new HandOverStore();
  private final ServiceTallyStore tallies = new ServiceTallyStore();
  private final DutyHours hours = new DutyHours(WorkingDays.loaded());
  private final Database database;
  private final Vault vault;
  private final Threads threads;
  private final Clock clock;

  public HandOvers(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.threads = new Threads(database, vault, clock);
    this.clock = clock;
  }

  /** The asker wants a person: {@code {name?, phone?}}. A second wish is the first one. */
  public Future<JsonObject> ask(String token, Form form) {
    String name = form.optionalText("name", NAME);
    String phone = form.optionalText("phone", NAME);
    if (phone != null && !PHONE.matcher(phone).matches()) {
      form.fault("phone", "请填写电话号码，或者不填。");
    }
    form.check();
    return database.inTransaction(
        client ->
            mine(client, token)
                .compose(
                    one ->
                        store
                            .wait(client, one.id(), sealed(name), sealed(phone), now())
                            .compose(first -> first ? count(client) : Future.succeededFuture()))
                .map(done -> JsonObject.of("expected", hours.expected(clock.instant()))));
  }

  private Future<Void> count(SqlClient client) {
    return tallies.count(client, Deadlines.dateOf(clock.instant()), ServiceMeasure.HANDED_OVER);
  }

  /**
   * What its asker sees: {@code {status, staff?, expected?, messages: [{seq, from, text, at}]}}.
   */
  public Future<JsonObject> conversation(String token) {
    return database.withConnection(
        client ->
            mine(client, token)
                .compose(
                    one ->
                        store.messages(client, one.id()).map(messages -> forAsker(one, messages))));
  }

  private JsonObject forAsker(HandOverStore.Standing one, List<HandOverStore.Message> messages) {
    JsonObject view =
        JsonObject.of("status", shown(one), "messages", new JsonArray(said(messages)));
    if (one.staff() != null) {
      view.put("staff", one.staff());
    }
    return one.status().equals("WAITING")
        ? view.put("expected", hours.expected(one.askedForAt()))
        : view;
  }

  /** Who asked for a person and is without one again was not heard: he is told so. */
  private static String shown(HandOverStore.Standing one) {
    boolean lapsed = one.status().equals("OPEN") && one.askedForAt() != null;
    return lapsed ? "LAPSED" : one.status();
  }

  /**
   * Nothing waits for ever, and nothing vanishes in silence. What nobody took in thirty days is its
   * asker's again, who reads that and may ask anew; it is counted. What was taken and left
   * unanswered so long waits anew for somebody else; what was answered and went quiet is closed.
   *
   * @return how many nobody took
   */
  public Future<Integer> tidy() {
    Instant now = now();
    Instant before = now.minus(WAITS);
    return database.inTransaction(
        client ->
            store
                .lapse(client, before, now)
                .compose(
                    lapsed ->
                        store
                            .waitAgain(client, before, now)
                            .compose(again -> store.closeSilent(client, before, now))
                            .compose(closed -> countLapsed(client, lapsed))
                            .map(lapsed)));
  }

  private Future<Void> countLapsed(SqlClient client, int lapsed) {
    Future<Void> counted = Future.succeededFuture();
    for (int i = 0; i < lapsed; i++) {
      counted =
          counted.compose(
              before ->
                  tallies.count(
                      client, Deadlines.dateOf(clock.instant()), ServiceMeasure.NOT_TAKEN));
    }
    return counted;
  }

  private List<JsonObject> said(List<HandOverStore.Message> messages) {
    return messages.stream()
        .map(
            one ->
                new JsonObject()
                    .put("seq", one.seq())
                    .put("from", one.staff())
                    .put("text", opened(one.text()))
                    .put("at", one.at().toString()))
        .toList();
  }

  /** The asker says something: {@code {text}}. */
  public Future<Void> say(String token, Form form) {
    String text = text(form);
    return database.inTransaction(
        client -> mine(client, token).compose(one -> say(client, one.id(), null, text)));
  }

  private static String text(Form form) {
    String text = form.text("text", LONGEST);
    form.check();
    return text;
  }

  private Future<Void> say(SqlClient client, String id, String personId, String text) {
    return store
        .say(client, id, personId, sealed(text), now())
        .compose(said -> said ? Future.succeededFuture() : Future.failedFuture(over()));
  }

  private static Refusal over() {
    return Refusal.conflict("consultation-over", TEXTS.get("consultation-over"));
  }

  /** Those that wait and those of the caller, without a word of what they are about. */
  public Future<List<JsonObject>> queue(Caller caller) {
    Caller.Staff staff = onDuty(caller);
    return database.withConnection(client -> store.queue(client, staff.principalId()));
  }

  private static Caller.Staff onDuty(Caller caller) {
    boolean may =
        caller.is(Role.MEDIATOR)
            || caller.is(Role.INVITED_MEDIATOR)
            || caller.is(Role.NEUTRAL_LAWYER);
    if (!may) {
      throw Refusal.notFound();
    }
    return caller.staff();
  }

  /** Takes one that waits; 409 where somebody was quicker. */
  public Future<JsonObject> take(Caller caller, String id) {
    Caller.Staff staff = onDuty(caller);
    return database.inTransaction(
        client ->
            store
                .byId(client, id)
                .map(one -> one.orElseThrow(Refusal::notFound))
                .compose(one -> store.take(client, id, staff.principalId(), now()))
                .compose(
                    taken ->
                        taken
                            ? read(client, staff, id)
                            : Future.failedFuture(
                                Refusal.conflict(
                                    "changed-meanwhile", TEXTS.get("taken-meanwhile")))));
  }

  /** The whole of one that the caller took. */
  public Future<JsonObject> one(Caller caller, String id) {
    Caller.Staff staff = onDuty(caller);
    return database.withConnection(client -> read(client, staff, id));
  }

  private Future<JsonObject> read(SqlClient client, Caller.Staff staff, String id) {
    return taken(client, staff, id)
        .compose(
            one ->
                threads
                    .turns(client, id)
                    .compose(
                        turns ->
                            store
                                .messages(client, id)
                                .map(messages -> forStaff(one, turns, messages))));
  }

  private JsonObject forStaff(
      HandOverStore.Standing one, JsonArray turns, List<HandOverStore.Message> messages) {
    return JsonObject.of("id", one.id(), "status", one.status())
        .put("name", opened(one.name()))
        .put("phone", opened(one.phone()))
        .put("turns", turns)
        .put("messages", new JsonArray(said(messages)));
  }

  /** One that this person took, else 404. */
  Future<HandOverStore.Standing> taken(SqlClient client, Caller.Staff staff, String id) {
    return store
        .byId(client, id)
        .map(
            found ->
                found
                    .filter(one -> staff.principalId().equals(one.takenBy()))
                    .orElseThrow(Refusal::notFound));
  }

  /** Whoever took it answers: {@code {text}}. */
  public Future<JsonObject> answer(Caller caller, String id, Form form) {
    Caller.Staff staff = onDuty(caller);
    String text = text(form);
    return database.inTransaction(
        client ->
            taken(client, staff, id)
                .compose(one -> say(client, id, staff.principalId(), text))
                .compose(said -> read(client, staff, id)));
  }

  /** Whoever took it ends it. */
  public Future<Void> close(Caller caller, String id) {
    Caller.Staff staff = onDuty(caller);
    return database.inTransaction(
        client ->
            taken(client, staff, id)
                .compose(one -> store.close(client, id, staff.principalId(), now()))
                .compose(
                    closed -> closed ? Future.succeededFuture() : Future.failedFuture(over())));
  }

  private Future<HandOverStore.Standing> mine(SqlClient client, String token) {
    return store
        .byToken(client, Hash.of(token).value())
        .map(one -> one.orElseThrow(Refusal::notFound));
  }

  private Buffer sealed(String text) {
    return text == null ? null : Buffer.buffer(vault.seal(text));
  }

  private String opened(Buffer sealed) {
    return sealed == null ? null : vault.open(sealed.getBytes());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
