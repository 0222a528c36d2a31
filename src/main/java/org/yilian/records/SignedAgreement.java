package org.yilian.records;

import java.util.List;
import org.yilian.audit.Scopes;
import org.yilian.evidence.Tree;

/**
 * An agreement of a room, and which of its log's entries attest signatures of one seat.
 *
 * @param sealed whether all of its signatures are known to all who signed
 */
record SignedAgreement(String id, String number, boolean sealed, List<Long> signatures) {

  Tree tree() {
    return Tree.ofFacts(Scopes.agreement(id));
  }
}
