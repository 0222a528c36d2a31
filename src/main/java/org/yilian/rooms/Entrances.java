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
import org.yilian.identity.Sessions;
import org.yilian.identity.Throttles;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** Coming in behind an invitation: the code proves the phone, name and ID tail the person. */
public final class Entrances {
  private static final Texts TEXTS = Texts.of("party");
  private static final Duration RETURN = Duration.ofDays(30);
  private static final int MISMATCHES = 5;

  private final InviteStore store = new InviteStore();
  private final RoomRowStore rows = new RoomRowStore();
  private final RoomStore rooms = new RoomStore();
  private final InviteReader invites;
  private final Database database;
  private final RoomChanges changes;
  private final Codes codes;
  private final Throttles throttles;
  private final Sessions sessions;
  private final Clock clock;

  public Entrances(
      Database database,
      RoomChanges changes,
      Ledger ledger,
      Codes codes,
      Throttles throttles,
      Sessions sessions,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.codes = codes;
    this.throttles = throttles;
    this.sessions = sessions;
    this.clock = clock;
    this.invites = new InviteReader(ledger, clock);
  }

  /** What was typed at the door; whoever comes back types the code alone. */
  private record Typed(String code, String name, String idTail) {
    boolean nothingElse() {
      return name == null && idTail == null;
    }

    void mustBeWhole(Form form) {
      if (name == null) {
        form.fault("name", TEXTS.get("type-name"));
      }
      if (idTail == null) {
        form.fault("idTail", TEXTS.get("type-tail"));
      }
      form.check();
    }
  }

  /**
   * Lets in whoever holds the phone and is whom the ledger means. Who has been in before with this
   * phone comes back by link and code alone.
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
        .withConnection(client -> invites.usable(client, token))
        .compose(
            invite ->
                changes.run(
                    client -> begin(client, token, invite),
                    scene -> enter(scene, invite, typed, form)));
  }

  /**
   * The actor is the seat there is, or the one that is about to be taken. The invitation is looked
   * at anew behind the lock: whoever was shut out just now must not take a fresh seat by it.
   */
  private Future<Scene> begin(SqlClient client, String token, Invite invite) {
    return changes.scene(
        client,
        invite.roomId(),
        held -> invites.usable(held, token).compose(still -> seatOf(held, still)));
  }

  private Future<Member> seatOf(SqlClient held, Invite invite) {
    return rooms
        .memberOf(held, invite.roomId(), invite.principalId())
        .recover(failure -> freshSeat(held, invite, failure));
  }

  private Future<Member> freshSeat(SqlClient client, Invite invite, Throwable failure) {
    return failure instanceof Refusal
        ? invites.guest(client, invite).map(guest -> seat(invite, guest, Ids.brief(), ""))
        : Future.failedFuture(failure);
  }

  private static Member seat(Invite invite, Guest guest, String id, String typedName) {
    return new Member(
        id,
        invite.roomId(),
        invite.principalId(),
        guest.role(),
        guest.party().side(),
        invite.partyId(),
        invite.representativeId(),
        guest.name() == null ? typedName : guest.name(),
        null);
  }

  private Future<Sessions.Started> enter(Scene scene, Invite invite, Typed typed, Form form) {
    SqlClient client = scene.client();
    boolean seated = scene.members().stream().anyMatch(m -> m.id().equals(scene.actor().id()));
    return invites
        .guest(client, invite)
        .compose(
            guest -> {
              if (!seated || !invite.enteredWith(guest.phone())) {
                typed.mustBeWhole(form);
              }
              return prove(client, invite, guest, typed)
                  .compose(proven -> seated ? none() : takeSeat(scene, invite, guest, typed))
                  .compose(done -> keepLink(client, invite, guest));
            })
        .compose(kept -> sessions.startGuest(client, invite.principalId(), invite.roomId()));
  }

  private static Future<Void> none() {
    return Future.succeededFuture();
  }

  private Future<Void> prove(SqlClient client, Invite invite, Guest guest, Typed typed) {
    String tries = "invite-enter:" + invite.id();
    return throttles
        .check(client, tries, MISMATCHES)
        .compose(within -> codes.redeem(client, Doors.subject(invite), typed.code()))
        .compose(right -> typed.nothingElse() ? none() : checkIdentity(guest, typed, tries));
  }

  /** A mismatch is counted on a connection of its own: this transaction rolls back. */
  private Future<Void> checkIdentity(Guest guest, Typed typed, String tries) {
    String name = Optional.ofNullable(typed.name()).orElse("");
    String tail = Optional.ofNullable(typed.idTail()).orElse("");
    return guest.matches(name, tail)
        ? none()
        : throttles
            .failed(database.pool(), tries)
            .compose(counted -> Future.failedFuture(mismatch()));
  }

  private static Refusal mismatch() {
    return Refusal.bad("identity-mismatch", "name", TEXTS.get("identity-mismatch"));
  }

  private Future<Void> takeSeat(Scene scene, Invite invite, Guest guest, Typed typed) {
    Member seat = seat(invite, guest, scene.actor().id(), typed.name());
    scene.tellStaff(guest.known() ? "entered" : "entered-unverified", seat.name(), seat.side());
    scene.concerns(seat.side());
    scene.factOfSide(seat.side(), "entered", new JsonObject().put("memberId", seat.id()));
    return rows.insert(scene.client(), seat, clock.instant());
  }

  private Future<Void> keepLink(SqlClient client, Invite invite, Guest guest) {
    String phone = guest.phone() == null ? null : guest.phone().index();
    return store.entered(client, invite.id(), phone, clock.instant(), clock.instant().plus(RETURN));
  }
}
