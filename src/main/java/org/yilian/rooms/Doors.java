package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.yilian.db.Database;
import org.yilian.disputes.Ledger;
import org.yilian.identity.Codes;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.identity.Secrets;
import org.yilian.identity.Sessions;
import org.yilian.identity.Sms;
import org.yilian.identity.Throttles;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** The way in behind an invitation: who invites, a code to the phone, name and ID tail, a seat. */
public final class Doors {
  private static final Texts TEXTS = Texts.of("party");
  private static final Duration RETURN = Duration.ofDays(30);
  private static final int MISMATCHES = 5;
  private static final int CODES = 20;

  private final InviteStore store = new InviteStore();
  private final RoomRowStore rows = new RoomRowStore();
  private final RoomStore rooms = new RoomStore();
  private final Database database;
  private final RoomChanges changes;
  private final Ledger ledger;
  private final Organisations organisations;
  private final Identification identification;
  private final Clock clock;

  /** What proves who somebody is and lets him stay. */
  public record Identification(Codes codes, Sms sms, Throttles throttles, Sessions sessions) {}

  public Doors(
      Database database,
      RoomChanges changes,
      Ledger ledger,
      Organisations organisations,
      Identification identification,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.ledger = ledger;
    this.organisations = organisations;
    this.identification = identification;
    this.clock = clock;
  }

  private record Typed(String code, String name, String idTail) {}

  /** Who invites and whom to call; nothing of the matter. Spends nothing. */
  public Future<JsonObject> look(String token) {
    return database.withConnection(
        client -> usable(client, token).compose(invite -> describe(client, invite)));
  }

  private Future<JsonObject> describe(SqlClient client, Invite invite) {
    return rooms
        .room(client, invite.roomId())
        .compose(
            room -> {
              Future<Organisation> host = organisations.get(client, room.hostOrganisationId());
              Future<Guest> guest = guest(client, invite);
              Future<String> mediator = rooms.members(client, room.id()).map(Doors::mediatorName);
              return Future.all(host, guest, mediator)
                  .map(all -> card(host.result(), mediator.result(), guest.result()));
            });
  }

  private static String mediatorName(java.util.List<Member> members) {
    return members.stream()
        .filter(m -> m.active() && m.role() == MemberRole.MEDIATOR)
        .map(Member::name)
        .findFirst()
        .orElse("");
  }

  private static JsonObject card(Organisation host, String mediator, Guest guest) {
    return new JsonObject()
        .put("organisationName", host.name())
        .put("mediatorName", mediator)
        .put("contactPhone", host.phone())
        .put("maskedPhone", guest.phone() == null ? null : "*******" + guest.phone().tail());
  }

  /** Sends a code to the phone that the ledger has. */
  public Future<Void> sendCode(String token) {
    return database
        .inTransaction(
            client ->
                usable(client, token)
                    .compose(invite -> limitCodes(client, invite).map(invite))
                    .compose(invite -> issue(client, invite)))
        .onSuccess(done -> identification.sms().flush());
  }

  private Future<Void> limitCodes(SqlClient client, Invite invite) {
    String subject = "invite-codes:" + invite.id();
    return identification
        .throttles()
        .check(client, subject, CODES)
        .compose(within -> identification.throttles().failed(client, subject));
  }

  private Future<Void> issue(SqlClient client, Invite invite) {
    return guest(client, invite)
        .compose(
            guest ->
                guest.phone() == null
                    ? Future.failedFuture(Refusal.conflict("phone-missing", TEXTS.get("no-phone")))
                    : identification
                        .codes()
                        .issue(
                            client,
                            subject(invite),
                            ledger.open(guest.phone()),
                            code -> TEXTS.get("sms.enter", code)));
  }

  /**
   * Lets in whoever holds the phone and is whom the ledger means. Who has been in before comes back
   * by link and code alone.
   *
   * @return fails with 400 {@code code-wrong}, {@code code-expired} or {@code identity-mismatch},
   *     429 {@code too-many-tries}, 410 {@code invite-expired} or {@code invite-revoked}
   */
  public Future<Sessions.Started> enter(String token, Form form) {
    Typed typed =
        new Typed(
            form.text("code", 10), form.optionalText("name", 100), form.optionalText("idTail", 10));
    form.check();
    return database
        .withConnection(client -> usable(client, token))
        .compose(
            invite ->
                changes.run(
                    client -> begin(client, invite), scene -> enter(scene, invite, typed, form)));
  }

  /** The actor is the seat there is, or the one that is about to be taken. */
  private Future<Scene> begin(SqlClient client, Invite invite) {
    return changes.scene(
        client,
        invite.roomId(),
        held ->
            rooms
                .memberOf(held, invite.roomId(), invite.principalId())
                .recover(failure -> freshSeat(held, invite, failure)));
  }

  private Future<Member> freshSeat(SqlClient client, Invite invite, Throwable failure) {
    return failure instanceof Refusal
        ? guest(client, invite).map(guest -> newSeat(invite, guest))
        : Future.failedFuture(failure);
  }

  private static Member newSeat(Invite invite, Guest guest) {
    return new Member(
        Ids.fresh(),
        invite.roomId(),
        invite.principalId(),
        guest.role(),
        guest.party().side(),
        invite.partyId(),
        invite.representativeId(),
        guest.name() == null ? "" : guest.name(),
        null);
  }

  private Future<Sessions.Started> enter(Scene scene, Invite invite, Typed typed, Form form) {
    boolean seated = scene.members().stream().anyMatch(m -> m.id().equals(scene.actor().id()));
    if (!seated) {
      checkTyped(typed, form);
    }
    SqlClient client = scene.client();
    String tries = "invite-enter:" + invite.id();
    return identification
        .throttles()
        .check(client, tries, MISMATCHES)
        .compose(within -> identification.codes().redeem(client, subject(invite), typed.code()))
        .compose(right -> guest(client, invite))
        .compose(guest -> checkIdentity(guest, typed, seated, tries).map(guest))
        .compose(guest -> seated ? Future.succeededFuture() : takeSeat(scene, guest, typed))
        .compose(done -> keepLink(client, invite))
        .compose(
            done ->
                identification
                    .sessions()
                    .startGuest(client, invite.principalId(), invite.roomId()));
  }

  private static void checkTyped(Typed typed, Form form) {
    if (typed.name() == null) {
      form.fault("name", TEXTS.get("type-name"));
    }
    if (typed.idTail() == null) {
      form.fault("idTail", TEXTS.get("type-tail"));
    }
    form.check();
  }

  /** A mismatch is counted on a connection of its own: this transaction rolls back. */
  private Future<Void> checkIdentity(Guest guest, Typed typed, boolean seated, String tries) {
    boolean typedNothing = typed.name() == null && typed.idTail() == null;
    if (seated && typedNothing) {
      return Future.succeededFuture();
    }
    String name = Optional.ofNullable(typed.name()).orElse("");
    String tail = Optional.ofNullable(typed.idTail()).orElse("");
    return guest.matches(name, tail)
        ? Future.succeededFuture()
        : identification
            .throttles()
            .failed(database.pool(), tries)
            .compose(counted -> Future.failedFuture(mismatch()));
  }

  private static Refusal mismatch() {
    return Refusal.bad("identity-mismatch", "name", TEXTS.get("identity-mismatch"));
  }

  private Future<Void> takeSeat(Scene scene, Guest guest, Typed typed) {
    Member seat = scene.actor();
    Member named =
        new Member(
            seat.id(),
            seat.roomId(),
            seat.principalId(),
            seat.role(),
            seat.side(),
            seat.partyId(),
            seat.representativeId(),
            seat.name().isEmpty() ? typed.name() : seat.name(),
            null);
    scene.tellStaff(guest.known() ? "entered" : "entered-unverified", named.name(), seat.side());
    scene.concerns(seat.side());
    scene.factOfSide(seat.side(), "entered", new JsonObject().put("memberId", seat.id()));
    return rows.insert(scene.client(), named, clock.instant());
  }

  private Future<Void> keepLink(SqlClient client, Invite invite) {
    return store.entered(client, invite.id(), clock.instant(), clock.instant().plus(RETURN));
  }

  private Future<Invite> usable(SqlClient client, String token) {
    return store
        .byToken(client, Secrets.hash(token))
        .map(found -> found.orElseThrow(Refusal::notFound).usable(clock.instant()));
  }

  private Future<Guest> guest(SqlClient client, Invite invite) {
    return ledger
        .party(client, invite.partyId())
        .compose(
            party ->
                invite.representativeId() == null
                    ? Future.succeededFuture(new Guest(party, null))
                    : ledger
                        .representative(client, invite.representativeId())
                        .map(one -> new Guest(party, one)));
  }

  private static String subject(Invite invite) {
    return "enter:" + invite.id();
  }
}
