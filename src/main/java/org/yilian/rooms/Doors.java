package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import org.yilian.db.Database;
import org.yilian.disputes.Ledger;
import org.yilian.identity.Codes;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.identity.Sms;
import org.yilian.identity.Throttles;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** What is shown and sent before anybody is let in: who invites, and a code to the phone. */
public final class Doors {
  private static final Texts TEXTS = Texts.of("party");
  private static final int CODES = 20;

  private final RoomStore rooms = new RoomStore();
  private final InviteReader invites;
  private final Database database;
  private final Ledger ledger;
  private final Organisations organisations;
  private final Codes codes;
  private final Throttles throttles;
  private final Sms sms;

  public Doors(
      Database database,
      Ledger ledger,
      Organisations organisations,
      Codes codes,
      Throttles throttles,
      Sms sms,
      Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.organisations = organisations;
    this.codes = codes;
    this.throttles = throttles;
    this.sms = sms;
    this.invites = new InviteReader(ledger, clock);
  }

  /** Who invites and whom to call; nothing of the matter. Spends nothing. */
  public Future<JsonObject> look(String token) {
    return database.withConnection(
        client -> invites.usable(client, token).compose(invite -> describe(client, invite)));
  }

  private Future<JsonObject> describe(SqlClient client, Invite invite) {
    return rooms
        .room(client, invite.roomId())
        .compose(
            room -> {
              Future<Organisation> host = organisations.get(client, room.hostOrganisationId());
              Future<Guest> guest = invites.guest(client, invite);
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
                invites
                    .usable(client, token)
                    .compose(invite -> limitCodes(client, invite).map(invite))
                    .compose(invite -> issue(client, invite)))
        .onSuccess(done -> sms.flush());
  }

  private Future<Void> limitCodes(SqlClient client, Invite invite) {
    String subject = "invite-codes:" + invite.id();
    return throttles
        .check(client, subject, CODES)
        .compose(within -> throttles.failed(client, subject));
  }

  private Future<Void> issue(SqlClient client, Invite invite) {
    return invites
        .guest(client, invite)
        .compose(
            guest ->
                guest.phone() == null
                    ? Future.failedFuture(Refusal.conflict("phone-missing", TEXTS.get("no-phone")))
                    : codes.issue(
                        client,
                        subject(invite),
                        ledger.open(guest.phone()),
                        code -> TEXTS.get("sms.enter", code)));
  }

  /** What a code of this invitation confirms. */
  static String subject(Invite invite) {
    return "enter:" + invite.id();
  }
}
