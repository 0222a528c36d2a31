package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import org.yilian.disputes.Ledger;
import org.yilian.identity.Secrets;
import org.yilian.kernel.Refusal;

/** Finds out what is behind the token of an invitation. */
final class InviteReader {
  private final InviteStore store = new InviteStore();
  private final Ledger ledger;
  private final Clock clock;

  InviteReader(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The invitation: 404 for an unknown token, 410 for one that has ended. */
  Future<Invite> usable(SqlClient client, String token) {
    return store
        .byToken(client, Secrets.hash(token))
        .map(found -> found.orElseThrow(Refusal::notFound).usable(clock.instant()));
  }

  /** Whom the invitation is for. */
  Future<Guest> guest(SqlClient client, Invite invite) {
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
}
