package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Party;
import org.yilian.identity.Sms;
import org.yilian.kernel.Texts;
import org.yilian.rooms.Audience;
import org.yilian.rooms.PendingPost;
import org.yilian.rooms.PendingPosts;
import org.yilian.rooms.RoomSignals;

/**
 * Tells each side, in its own lane, what became of an agreement or of its confirmation. What is
 * told is kept in the transaction of the step, and said by {@link #changed} after its commit.
 */
public final class Notices {
  private static final String STAFF = "STAFF";
  private static final Texts TEXTS = Texts.of("notices");

  private final MediationStore store = new MediationStore();
  private final PendingPosts posts;
  private final RoomSignals signals;
  private final Ledger ledger;
  private final Sms sms;

  public Notices(PendingPosts posts, RoomSignals signals, Ledger ledger, Sms sms) {
    this.posts = posts;
    this.signals = signals;
    this.ledger = ledger;
    this.sms = sms;
  }

  /** The letters of all sides. */
  public static Set<String> sides(Mediation mediation) {
    return mediation.parties().stream().map(Party::side).collect(Collectors.toSet());
  }

  /** Says something of the texts to these sides, each in its own lane. */
  public Future<Void> tell(
      SqlClient client, Mediation mediation, Set<String> sides, String key, Object... values) {
    return keep(client, mediation, List.copyOf(sides), key, values);
  }

  /** Says something to the staff of the room. */
  public Future<Void> tellStaff(
      SqlClient client, Mediation mediation, String key, Object... values) {
    return keep(client, mediation, List.of(STAFF), key, values);
  }

  private Future<Void> keep(
      SqlClient client, Mediation mediation, List<String> places, String key, Object... values) {
    String text = TEXTS.get(key, values);
    return store
        .lanes(client, mediation.roomId())
        .map(lanes -> posts(lanes, places, key.replace('.', '-'), text))
        .compose(told -> posts.keep(client, told));
  }

  private static List<PendingPost> posts(
      Map<String, String> lanes, List<String> places, String code, String text) {
    return places.stream()
        .filter(lanes::containsKey)
        .map(place -> PendingPost.system(lanes.get(place), code, text))
        .toList();
  }

  /**
   * After the commit: what was kept is said, messages that were queued go out, and staff of the
   * room and these sides fetch the thing again. Never fails.
   *
   * @param what {@code agreement} or {@code confirmation}
   */
  public Future<Void> changed(Mediation mediation, String what, String id, Set<String> sides) {
    signals.changed(mediation.roomId(), what, id, Audience.staffAnd(sides));
    sms.flush();
    return posts.send(mediation.roomId());
  }

  /** A draft is new, or reads otherwise, for those alone who may read it. */
  void draftChanged(Mediation mediation, String id) {
    signals.changed(mediation.roomId(), "agreement", id, Audience.draftReaders());
  }

  /** Sends what was queued. */
  public void flush() {
    sms.flush();
  }

  /** A message to every party with a phone. It names the host and never the matter. */
  public Future<Void> sms(SqlClient client, Mediation mediation) {
    return sms(client, mediation, ids(mediation), "sms");
  }

  private static Set<String> ids(Mediation mediation) {
    return mediation.parties().stream().map(Party::id).collect(Collectors.toSet());
  }

  /**
   * A message to these parties, as far as they have a phone.
   *
   * @param key of a text that takes the host and its phone; with {@code .no-phone} behind it, of
   *     one that takes the host alone
   */
  public Future<Void> sms(SqlClient client, Mediation mediation, Set<String> partyIds, String key) {
    String host = mediation.host().name();
    String phone = mediation.host().phone();
    String text = phone == null ? TEXTS.get(key + ".no-phone", host) : TEXTS.get(key, host, phone);
    Future<Void> done = Future.succeededFuture();
    for (Party party : mediation.parties()) {
      if (partyIds.contains(party.id()) && party.phone() != null) {
        String to = ledger.open(party.phone());
        done = done.compose(next -> sms.queue(client, to, text, null));
      }
    }
    return done;
  }
}
