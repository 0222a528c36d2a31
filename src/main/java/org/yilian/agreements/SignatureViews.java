package org.yilian.agreements;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.yilian.disputes.Party;
import org.yilian.rooms.MemberRole;

/**
 * Signatures as JSON. Until everybody has signed, a side sees its own and the mediator's: when the
 * other side signed is not for it to notice.
 */
final class SignatureViews {
  private static final String OTHER_SIDE = "对方";

  private final Access.Seen seen;
  private final Signatures signatures;

  SignatureViews(Access.Seen seen, Signatures signatures) {
    this.seen = seen;
    this.signatures = signatures;
  }

  JsonArray given() {
    JsonArray given = new JsonArray();
    signatures.given().stream()
        .filter(one -> whole() || one.role() == Signature.Role.MEDIATOR || own(one.signerId()))
        .forEach(one -> given.add(json(one)));
    return given;
  }

  JsonArray missing() {
    JsonArray missing = new JsonArray();
    if (!seen.agreement().status().known() || seen.agreement().form() == AgreementForm.ORAL) {
      return missing;
    }
    boolean others = false;
    for (Party party : signatures.missingParties()) {
      if (!seen.viewer().ofSide() || own(party.id())) {
        missing.add(JsonObject.of("partyId", party.id(), "name", party.knownAs()));
      } else {
        others = true;
      }
    }
    if (others) {
      missing.add(JsonObject.of("name", OTHER_SIDE));
    }
    mediators(missing);
    return missing;
  }

  private void mediators(JsonArray missing) {
    if (!signatures.mediatorSigned()) {
      seen.mediation()
          .seatsOf(MemberRole.MEDIATOR)
          .forEach(
              seat -> missing.add(JsonObject.of("memberId", seat.memberId(), "name", seat.name())));
    }
  }

  private boolean whole() {
    AgreementStatus status = seen.agreement().status();
    return !seen.viewer().ofSide()
        || status == AgreementStatus.SIGNED
        || status == AgreementStatus.EFFECTIVE;
  }

  private boolean own(String partyId) {
    return seen.viewer().ofSide() && partyId.equals(seen.viewer().seat().partyId());
  }

  static JsonObject json(Signature one) {
    boolean party = one.role() == Signature.Role.PARTY;
    return new JsonObject()
        .put(party ? "partyId" : "memberId", one.signerId())
        .put("role", one.role().name())
        .put("name", one.name())
        .put("method", one.method().name())
        .put("at", one.at().toString());
  }
}
