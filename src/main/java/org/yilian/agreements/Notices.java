package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Party;
import org.yilian.identity.Sms;
import org.yilian.kernel.Texts;
import org.yilian.rooms.Audience;
import org.yilian.rooms.Messages;
import org.yilian.rooms.RoomSignals;

/**
 * Tells each side, in its own lane, what became of an agreement or of its confirmation. Runs after
 * the commit: a notice that is lost in a crash costs a look at the page, never a step.
 */
public final class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final String STAFF = "STAFF";
  private static final Texts TEXTS = Texts.of("notices");

  private final MediationStore store = new MediationStore();
  private final Database database;
  private final Messages messages;
  private final RoomSignals signals;
  private final Ledger ledger;
  private final Sms sms;

  public Notices(
      Database database, Messages messages, RoomSignals signals, Ledger ledger, Sms sms) {
    this.database = database;
    this.messages = messages;
    this.signals = signals;
    this.ledger = ledger;
    this.sms = sms;
  }

  /** The letters of all sides. */
  public static Set<String> sides(Mediation mediation) {
    return mediation.parties().stream().map(Party::side).collect(Collectors.toSet());
  }

  /** Says something of the texts to these sides, each in its own lane. */
  public Future<Void> tell(Mediation mediation, Set<String> sides, String key, Object... values) {
    return said(mediation, List.copyOf(sides), key, values);
  }

  /** Says something to the staff of the room. */
  public Future<Void> tellStaff(Mediation mediation, String key, Object... values) {
    return said(mediation, List.of(STAFF), key, values);
  }

  private Future<Void> said(
      Mediation mediation, List<String> places, String key, Object... values) {
    String text = TEXTS.get(key, values);
    return store
        .lanes(database.pool(), mediation.roomId())
        .compose(lanes -> said(lanes, places, key.replace('.', '-'), text))
        .recover(Notices::lost);
  }

  private Future<Void> said(
      Map<String, String> lanes, List<String> places, String code, String text) {
    return Future.join(
            places.stream()
                .filter(lanes::containsKey)
                .map(place -> messages.system(lanes.get(place), code, text))
                .toList())
        .mapEmpty();
  }

  private static Future<Void> lost(Throwable failure) {
    LOG.warn("notice not given reason={}", failure.toString());
    return Future.succeededFuture();
  }

  /**
   * Staff of the room and these sides fetch the thing again; messages that were queued go out.
   *
   * @param what {@code agreement} or {@code confirmation}
   */
  public void changed(Mediation mediation, String what, String id, Set<String> sides) {
    signals.changed(mediation.roomId(), what, id, Audience.staffAnd(sides));
    sms.flush();
  }

  /** Sends what was queued. */
  public void flush() {
    sms.flush();
  }

  /** A message to every party with a phone. It names the host and never the matter. */
  public Future<Void> sms(SqlClient client, Mediation mediation) {
    String host = mediation.host().name();
    String phone = mediation.host().phone();
    String text = phone == null ? TEXTS.get("sms.no-phone", host) : TEXTS.get("sms", host, phone);
    Future<Void> done = Future.succeededFuture();
    for (Party party : mediation.parties()) {
      if (party.phone() != null) {
        String to = ledger.open(party.phone());
        done = done.compose(next -> sms.queue(client, to, text, null));
      }
    }
    return done;
  }
}
