package org.yilian.agreements;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
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
    shown(seen, signatures.given()).forEach(one -> given.add(json(one)));
    return given;
  }

  /** Those of the signatures that this viewer may know of. */
  static List<Signature> shown(Access.Seen seen, List<Signature> given) {
    AgreementStatus status = seen.agreement().status();
    boolean whole =
        !seen.viewer().ofSide()
            || status == AgreementStatus.SIGNED
            || status == AgreementStatus.EFFECTIVE;
    return given.stream()
        .filter(one -> whole || one.role() == Signature.Role.MEDIATOR || own(seen, one.signerId()))
        .toList();
  }

  JsonArray missing() {
    JsonArray missing = new JsonArray();
    if (!seen.agreement().status().known() || seen.agreement().form() == AgreementForm.ORAL) {
      return missing;
    }
    boolean others = false;
    for (Party party : signatures.missingParties()) {
      if (!seen.viewer().ofSide() || own(seen, party.id())) {
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

  private static boolean own(Access.Seen seen, String partyId) {
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
