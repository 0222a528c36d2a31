package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Party;
import org.yilian.identity.Sms;
import org.yilian.kernel.Texts;

/** Tells the sides, each in its own lane, what became of an agreement. */
final class Notices {
  private static final Texts TEXTS = Texts.of("notices");

  private final Ledger ledger;
  private final Sms sms;

  Notices(Ledger ledger, Sms sms) {
    this.ledger = ledger;
    this.sms = sms;
  }

  /** Tells every side. */
  Future<Void> tellSides(SqlClient client, Mediation mediation, String code, Object... values) {
    Future<Void> done = Future.succeededFuture();
    for (Party party : mediation.parties()) {
      done = done.compose(next -> tellSide(client, mediation, party.side(), code, values));
    }
    return done;
  }

  Future<Void> tellSide(
      SqlClient client, Mediation mediation, String side, String code, Object... values) {
    return Future.succeededFuture();
  }

  Future<Void> tellStaff(SqlClient client, Mediation mediation, String code, Object... values) {
    return Future.succeededFuture();
  }

  /** A message to every party with a phone. It names the host and never the matter. */
  Future<Void> sms(SqlClient client, Mediation mediation) {
    Future<Void> done = Future.succeededFuture();
    String text = TEXTS.get("sms", mediation.host().name(), mediation.host().phone());
    for (Party party : mediation.parties()) {
      if (party.phone() != null) {
        String phone = ledger.open(party.phone());
        done = done.compose(next -> sms.queue(client, phone, text, null));
      }
    }
    return done;
  }

  /** After the commit: messages go out, and those who may see the agreement fetch it again. */
  void changed(Mediation mediation, String agreementId, String side) {}
}
