package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yilian.disputes.Ledger;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.identity.People;
import org.yilian.identity.Sms;
import org.yilian.kernel.Texts;
import org.yilian.rosters.Duty;
import org.yilian.rosters.OnDuty;
import org.yilian.rosters.ShiftKind;

/** The steps by which one after another is asked; each within a change of the room. */
final class DutyAsking {
  /** How long one has before the next is asked as well; she may still accept. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Texts TEXTS = Texts.of("duty");

  private final DutyCallStore store = new DutyCallStore();
  private final OnDuty onDuty;
  private final Ledger ledger;
  private final Organisations organisations;
  private final People people;
  private final Sms sms;
  private final URI publicUrl;
  private final Clock clock;

  DutyAsking(DutyCalls.Ground on) {
    onDuty = on.onDuty();
    ledger = on.ledger();
    organisations = on.organisations();
    people = on.people();
    sms = on.sms();
    publicUrl = on.publicUrl();
    clock = on.clock();
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Who is on duty for the room's dispute and not in the room already. An interpreter hears one
   * side: whoever ever sat in a room of the dispute may have heard another.
   */
  Future<OnDuty.Answer> onDuty(
      SqlClient client, Room room, List<Member> members, ShiftKind kind, String language) {
    Set<String> seated = new HashSet<>();
    members.stream().filter(Member::active).forEach(one -> seated.add(one.principalId()));
    return ledger
        .dispute(client, room.disputeId())
        .compose(
            dispute ->
                onDuty.of(
                    client, dispute, new OnDuty.Wanted(kind, room.hostOrganisationId(), language)))
        .map(found -> found.without(seated))
        .compose(found -> heard(client, room.disputeId(), kind).map(found::without));
  }

  /** Who may not be asked as one of this kind for what he may have heard already. */
  Future<Set<String>> heard(Scene scene, ShiftKind kind) {
    return heard(scene.client(), scene.room().disputeId(), kind);
  }

  private Future<Set<String>> heard(SqlClient client, String disputeId, ShiftKind kind) {
    return kind == ShiftKind.INTERPRETER
        ? store.everSeated(client, disputeId)
        : Future.succeededFuture(Set.of());
  }

  /** Asks the freest of those who were not asked before; tells whether there was one. */
  Future<Boolean> next(Scene scene, DutyCall call) {
    Future<List<DutyCall.Offer>> asked = store.offers(scene.client(), call.id());
    return asked
        .compose(
            done ->
                onDuty(scene.client(), scene.room(), scene.members(), call.kind(), call.language()))
        .map(found -> found.without(ids(asked.result())).free().stream().findFirst())
        .compose(
            found ->
                found
                    .map(one -> ask(scene, call, one).map(true))
                    .orElse(Future.succeededFuture(false)));
  }

  private static Set<String> ids(List<DutyCall.Offer> offers) {
    Set<String> ids = new HashSet<>();
    offers.forEach(one -> ids.add(one.personId()));
    return ids;
  }

  /** Asks this one. */
  Future<Void> ask(Scene scene, DutyCall call, Duty whom) {
    Instant at = now();
    String minutes = String.valueOf(PATIENCE.toMinutes());
    scene.tellStaff(call.named("-asked"), whom.name(), minutes);
    scene.fact(
        call.named("-asked"),
        new JsonObject().put("callId", call.id()).put("personId", whom.holderId()));
    String link = publicUrl.resolve("/staff#/duty/calls").toString();
    return store
        .offer(scene.client(), call.id(), whom.holderId(), whom.shiftId(), at, at.plus(PATIENCE))
        .compose(done -> text(scene, Set.of(whom.holderId()), call.named(".asked"), minutes, link));
  }

  /** Ends a call that nobody accepted, and tells those who were asked and wait no more. */
  Future<Void> close(Scene scene, DutyCall call, DutyCall.Status as) {
    scene.fact(
        call.named("-call-ended"), new JsonObject().put("callId", call.id()).put("as", as.name()));
    return store
        .offers(scene.client(), call.id())
        .compose(
            offers ->
                as == DutyCall.Status.WITHDRAWN
                    ? text(scene, waiting(offers, null), call.named(".withdrawn"))
                    : Future.succeededFuture())
        .compose(told -> store.end(scene.client(), call.id(), as, null, now()));
  }

  /** Those who have not answered, but for one. */
  static Set<String> waiting(List<DutyCall.Offer> offers, String butFor) {
    Set<String> ids = new HashSet<>();
    offers.stream()
        .filter(DutyCall.Offer::waits)
        .filter(one -> !one.personId().equals(butFor))
        .forEach(one -> ids.add(one.personId()));
    return ids;
  }

  /** A text message to those who have a phone. It never names the matter. */
  Future<Void> text(Scene scene, Set<String> personIds, String key, String... values) {
    Future<Organisation> host =
        organisations.get(scene.client(), scene.room().hostOrganisationId());
    return host.compose(found -> people.phones(scene.client(), List.copyOf(personIds)))
        .compose(
            phones -> {
              String text = TEXTS.get("sms." + key, filled(host.result(), values));
              Future<Void> done = Future.succeededFuture();
              for (String phone : phones.values()) {
                done = done.compose(before -> sms.queue(scene.client(), phone, text, null));
              }
              return done;
            });
  }

  private static Object[] filled(Organisation host, String... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = host.name();
    System.arraycopy(values, 0, all, 1, values.length);
    return all;
  }

  /** Sends what was queued; nobody waits for it. */
  void send() {
    sms.flush();
  }

  /** Why nobody can be asked, in words. */
  static String nobody(OnDuty.Answer found, ShiftKind kind) {
    if (found.full() == 0 && found.recused() == 0) {
      return TEXTS.get("nobody." + kind);
    }
    return TEXTS.get(
        "nobody-free." + kind, String.valueOf(found.full()), String.valueOf(found.recused()));
  }

  static Optional<Duty> named(OnDuty.Answer found, String personId) {
    return found.free().stream().filter(one -> one.holderId().equals(personId)).findFirst();
  }
}
