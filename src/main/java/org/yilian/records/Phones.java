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
   * Queues the message, which names the host and never the matter.
   *
   * @return the number as it may be shown, or 409 {@code phone-missing}
   */
  Future<String> send(SqlClient client, Caller caller, String agreementId, String url) {
    Future<Organisation> host =
        store.host(client, agreementId).compose(id -> organisations.get(client, id));
    return host.compose(known -> phone(client, caller, agreementId))
        .compose(
            phone ->
                sms.queue(client, ledger.open(phone), text(host.result(), url), null)
                    .map(phone.masked()));
  }

  private Future<Sealed> phone(SqlClient client, Caller caller, String agreementId) {
    return store
        .representative(client, agreementId, caller.principalId())
        .compose(
            representative ->
                representative
                    ? ledger.representative(client, caller.principalId()).map(one -> one.phone())
                    : ledger.party(client, caller.principalId()).map(one -> one.phone()))
        .map(
            phone -> {
              if (phone == null) {
                throw Refusal.conflict("phone-missing", RecordTexts.get("link.no-phone"));
              }
              return phone;
            });
  }

  private static String text(Organisation host, String url) {
    return host.phone() == null
        ? RecordTexts.get("link.sms.no-phone", host.name(), url)
        : RecordTexts.get("link.sms", host.name(), url, host.phone());
  }
}
