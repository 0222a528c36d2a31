package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Party;
import org.yilian.disputes.Representative;
import org.yilian.disputes.RepresentativeKind;
import org.yilian.disputes.Sealed;
import org.yilian.identity.Caller;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.identity.Secrets;
import org.yilian.identity.Sms;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** Inviting parties and their representatives by a link that is bound to their phone. */
public final class Invites {
  private static final Texts TEXTS = Texts.of("party");
  private static final Texts STAFF_TEXTS = Texts.of("staff");
  private static final Duration LIFE = Duration.ofDays(7);

  private final PoliceStore police = new PoliceStore();
  private final InviteStore store = new InviteStore();
  private final RoomChanges changes;
  private final Rooms rooms;
  private final Ledger ledger;
  private final Organisations organisations;
  private final Sms sms;
  private final URI publicUrl;
  private final Clock clock;

  public Invites(
      RoomChanges changes,
      Rooms rooms,
      Ledger ledger,
      Organisations organisations,
      Sms sms,
      URI publicUrl,
      Clock clock) {
    this.changes = changes;
    this.rooms = rooms;
    this.ledger = ledger;
    this.organisations = organisations;
    this.sms = sms;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  private record Wanted(String partyId, String representativeId, boolean send) {}

  /** Makes a link and, unless told not to, sends it. {@code {id, url, token, expiresAt}}. */
  public Future<JsonObject> invite(Caller caller, String roomId, Form form) {
    Boolean send = form.optionalFlag("send");
    Wanted wanted =
        new Wanted(
            form.optionalText("partyId", 64),
            form.optionalText("representativeId", 64),
            send == null || send);
    if ((wanted.partyId() == null) == (wanted.representativeId() == null)) {
      form.fault("partyId", "请写明邀请哪一位当事人，或哪一位代理人（representativeId）。");
    }
    form.check();
    return changes
        .change(caller, roomId, scene -> invite(scene, wanted))
        .onSuccess(invited -> sms.flush());
  }

  private Future<JsonObject> invite(Scene scene, Wanted wanted) {
    scene.only(MemberRole.MEDIATOR, MemberRole.COMMUNITY_POLICE);
    scene.mustNotHaveEnded();
    return rooms
        .addSides(scene)
        .compose(done -> guest(scene.client(), scene.room(), wanted))
        .compose(guest -> checkMayAct(scene, guest).map(guest))
        .compose(guest -> checkPhone(scene, guest).map(guest))
        .compose(guest -> invite(scene, guest, wanted.send()));
  }

  /** Sends a link to somebody of a side within a change that is under way. */
  Future<JsonObject> invite(Scene scene, Guest guest) {
    return checkPhone(scene, guest).compose(done -> invite(scene, guest, true));
  }

  private Future<Guest> guest(SqlClient client, Room room, Wanted wanted) {
    Future<Guest> guest =
        wanted.partyId() != null
            ? ledger.party(client, wanted.partyId()).map(party -> new Guest(party, null))
            : ledger
                .representative(client, wanted.representativeId())
                .compose(
                    one -> ledger.party(client, one.partyId()).map(party -> new Guest(party, one)));
    return guest.map(
        found -> {
          if (!found.party().disputeId().equals(room.disputeId())) {
            throw Refusal.notFound();
          }
          return found;
        });
  }

  /** 民法典 35: no guardian in conflict; 程序规定 181: no agent of a suspect before the police. */
  private Future<Void> checkMayAct(Scene scene, Guest guest) {
    Representative one = guest.representative();
    if (one == null || !one.kind().actsForParty()) {
      return Future.succeededFuture();
    }
    if (one.conflictOfInterest()) {
      return Future.failedFuture(
          Refusal.conflict("guardian-in-conflict", STAFF_TEXTS.get("guardian-in-conflict")));
    }
    boolean delegate = one.kind() != RepresentativeKind.LEGAL_GUARDIAN;
    return police
        .checklist(scene.client(), scene.room().id())
        .compose(
            checklist ->
                delegate && checklist != null && checklist.suspects().contains(one.partyId())
                    ? Future.failedFuture(
                        Refusal.conflict(
                            "suspect-may-not-delegate",
                            STAFF_TEXTS.get("suspect-may-not-delegate")))
                    : Future.succeededFuture());
  }

  /** A phone proves who enters: it must be there, and must not be another side's as well. */
  private Future<Void> checkPhone(Scene scene, Guest guest) {
    if (guest.phone() == null) {
      return Future.failedFuture(Refusal.conflict("phone-missing", "还没有登记手机号码，请先补充后再邀请。"));
    }
    String disputeId = scene.room().disputeId();
    Future<List<Party>> parties = ledger.parties(scene.client(), disputeId);
    Future<List<Representative>> people = ledger.representatives(scene.client(), disputeId);
    return Future.all(parties, people)
        .map(all -> sharedWithAnotherSide(guest, parties.result(), people.result()))
        .compose(
            shared ->
                shared
                    ? Future.failedFuture(
                        Refusal.conflict("phone-shared", "这个手机号码同时登记在另一方名下，请核实后更正。"))
                    : Future.succeededFuture());
  }

  private static boolean sharedWithAnotherSide(
      Guest guest, List<Party> parties, List<Representative> people) {
    List<Party> others =
        parties.stream().filter(p -> !p.side().equals(guest.party().side())).toList();
    Stream<Sealed> theirs =
        Stream.concat(
            others.stream().map(Party::phone),
            people.stream()
                .filter(one -> others.stream().anyMatch(p -> p.id().equals(one.partyId())))
                .map(Representative::phone));
    return theirs
        .filter(Objects::nonNull)
        .anyMatch(phone -> phone.index().equals(guest.phone().index()));
  }

  private Future<JsonObject> invite(Scene scene, Guest guest, boolean send) {
    Instant now = clock.instant();
    String token = Secrets.fresh();
    String representativeId = guest.representative() == null ? null : guest.representative().id();
    Invite invite =
        new Invite(
            Ids.fresh(),
            scene.room().id(),
            guest.party().id(),
            representativeId,
            scene.actor().id(),
            now.plus(LIFE),
            null,
            null,
            null);
    String url = publicUrl.resolve("/i/" + token).toString();
    scene.fact("invited", new JsonObject().put("inviteId", invite.id()).put("sent", send));
    return store
        .insert(scene.client(), invite, Secrets.hash(token), now)
        .compose(done -> send ? queue(scene, guest, url) : Future.succeededFuture())
        .map(
            done ->
                new JsonObject()
                    .put("id", invite.id())
                    .put("url", url)
                    .put("token", token)
                    .put("expiresAt", invite.expiresAt().toString()));
  }

  /** The message never names the matter: somebody else may read the phone. */
  private Future<Void> queue(Scene scene, Guest guest, String url) {
    return organisations
        .get(scene.client(), scene.room().hostOrganisationId())
        .map(host -> text(host, url))
        .compose(text -> sms.queue(scene.client(), ledger.open(guest.phone()), text, null));
  }

  private static String text(Organisation host, String url) {
    return TEXTS.get("sms.invite", host.name(), url, host.phone() == null ? "" : host.phone());
  }

  /** Takes a link back. */
  public Future<Void> revoke(Caller caller, String roomId, String inviteId) {
    return changes.change(
        caller,
        roomId,
        scene -> {
          scene.only(MemberRole.MEDIATOR, MemberRole.COMMUNITY_POLICE);
          scene.fact("invite-revoked", new JsonObject().put("inviteId", inviteId));
          return store
              .revoke(scene.client(), roomId, inviteId, clock.instant())
              .compose(
                  revoked ->
                      revoked ? Future.succeededFuture() : Future.failedFuture(Refusal.notFound()));
        });
  }
}
