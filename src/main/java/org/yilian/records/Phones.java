package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Sealed;
import org.yilian.identity.Caller;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.identity.Sms;
import org.yilian.kernel.Refusal;

/** Sends a link to the phone that a party or its representative is registered with. */
public final class Phones {
  private final PhoneStore store = new PhoneStore();
  private final Ledger ledger;
  private final Organisations organisations;
  private final Sms sms;

  public Phones(Ledger ledger, Organisations organisations, Sms sms) {
    this.ledger = ledger;
    this.organisations = organisations;
    this.sms = sms;
  }

  /**
   * Queues the message to a caller who asked for it; it names the host and never the matter.
   *
   * @return the number as it may be shown, or 409 {@code phone-missing}
   */
  Future<String> send(SqlClient client, Caller caller, String agreementId, String url) {
    return phone(client, caller, agreementId)
        .map(phone -> present(phone, "link.no-phone"))
        .compose(phone -> queue(client, phone, agreementId, "link.sms", url));
  }

  /** As {@link #send}, to a party who did not ask for it. */
  Future<String> sendTo(SqlClient client, String partyId, String agreementId, String url) {
    return ledger
        .party(client, partyId)
        .map(party -> present(party.phone(), "link.party-no-phone"))
        .compose(phone -> queue(client, phone, agreementId, "link.sms.sent", url));
  }

  private Future<String> queue(
      SqlClient client, Sealed phone, String agreementId, String text, String url) {
    return store
        .host(client, agreementId)
        .compose(id -> organisations.get(client, id))
        .compose(host -> sms.queue(client, ledger.open(phone), text(text, host, url), null))
        .map(phone.masked());
  }

  private Future<Sealed> phone(SqlClient client, Caller caller, String agreementId) {
    return store
        .representative(client, agreementId, caller.principalId())
        .compose(
            representative ->
                representative
                    ? ledger.representative(client, caller.principalId()).map(one -> one.phone())
                    : ledger.party(client, caller.principalId()).map(one -> one.phone()));
  }

  private static Sealed present(Sealed phone, String otherwise) {
    if (phone == null) {
      throw Refusal.conflict("phone-missing", RecordTexts.get(otherwise));
    }
    return phone;
  }

  private static String text(String text, Organisation host, String url) {
    return host.phone() == null
        ? RecordTexts.get(text + ".no-phone", host.name(), url)
        : RecordTexts.get(text, host.name(), url, host.phone());
  }
}
