package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Party;
import org.yilian.disputes.Representative;
import org.yilian.disputes.Representatives;
import org.yilian.identity.People;
import org.yilian.identity.Person;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/**
 * Seats an interpreter on the side of the party that she was called for. Her seat is that of every
 * interpreter: she comes in by a link to her own phone, never as a member of the staff, and reads
 * the lane of this side and no other.
 */
final class CalledInterpreters {
  private final Ledger ledger;
  private final Representatives representatives;
  private final Invites invites;
  private final People people;

  CalledInterpreters(DutyCalls.Ground on) {
    ledger = on.ledger();
    representatives = on.representatives();
    invites = on.invites();
    people = on.people();
  }

  /** The party if it is one of the room's dispute, else 404. */
  Future<Party> party(SqlClient client, Room room, String partyId) {
    return ledger
        .party(client, partyId)
        .map(
            party -> {
              if (!party.disputeId().equals(room.disputeId())) {
                throw Refusal.notFound();
              }
              return party;
            });
  }

  /**
   * Enters her as the party's interpreter and sends her the link of her seat. Only this side is
   * told.
   *
   * @param form {@code {idType?, idNumber}}, by which the door knows her
   */
  Future<Void> seat(Scene scene, String partyId, Person who, Form form) {
    SqlClient client = scene.client();
    return party(client, scene.room(), partyId)
        .compose(
            party ->
                phone(client, who)
                    .compose(phone -> entered(client, party, who, phone, form))
                    .compose(one -> invites.invite(scene, new Guest(party, one)))
                    .map(
                        invited -> {
                          scene.tellSide(party.side(), "interpreter-comes", who.name());
                          scene.concerns(party.side());
                          return null;
                        }));
  }

  private Future<String> phone(SqlClient client, Person who) {
    return people
        .phones(client, List.of(who.id()))
        .map(
            phones -> {
              if (!phones.containsKey(who.id())) {
                throw Refusal.conflict("phone-missing", "您的账号没有登记手机号码，请管理员补充后再接。");
              }
              return phones.get(who.id());
            });
  }

  private Future<Representative> entered(
      SqlClient client, Party party, Person who, String phone, Form form) {
    String idType = form.optionalText("idType", 40);
    JsonObject said =
        new JsonObject()
            .put("partyId", party.id())
            .put("kind", "INTERPRETER")
            .put("name", who.name())
            .put("phone", phone)
            .put("idType", idType == null ? "RESIDENT_ID" : idType)
            .put("idNumber", form.optionalText("idNumber", 40));
    return representatives.enter(client, who.id(), party, Form.of(said));
  }
}
