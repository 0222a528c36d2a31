package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.yilian.db.Database;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * Sessions: made at sign-in, carried on by a rotating refresh secret, ended at once when told so.
 */
public final class Sessions {
  private static final Texts TEXTS = Texts.of("sign-in");
  private static final Duration STAFF_LIFE = Duration.ofHours(14);
  private static final Duration GUEST_LIFE = Duration.ofDays(30);

  /** Two tabs may refresh at the same moment: the older secret still counts for this long. */
  private static final Duration ROTATION_GRACE = Duration.ofSeconds(30);

  private final SessionStore store = new SessionStore();
  private final Database database;
  private final Tokens tokens;
  private final Clock clock;
  private final boolean factorRequired;
  private final List<Consumer<String>> endListeners = new ArrayList<>();

  /**
   * @param factorRequired whether staff without a second factor may do nothing but enrol
   */
  public Sessions(Database database, Keys keys, Clock clock, boolean factorRequired) {
    this.database = database;
    this.tokens = new Tokens(keys, clock);
    this.clock = clock;
    this.factorRequired = factorRequired;
  }

  /** What a client gets when a session starts or goes on. */
  public record Started(
      String sessionId,
      String principalId,
      String roomId,
      String accessToken,
      Instant expiresAt,
      String refreshSecret,
      Instant refreshExpiresAt) {}

  /** Told of each session that ends, so that its sockets can be closed. */
  public void onEnded(Consumer<String> listener) {
    endListeners.add(listener);
  }

  public Future<Started> startStaff(SqlClient client, String personId) {
    return start(client, personId, null, STAFF_LIFE);
  }

  /** A session of one seat in one room. */
  public Future<Started> startGuest(SqlClient client, String principalId, String roomId) {
    return start(client, principalId, roomId, GUEST_LIFE);
  }

  private Future<Started> start(
      SqlClient client, String principalId, String roomId, Duration life) {
    Instant now = clock.instant();
    String secret = Secrets.fresh();
    SessionStore.Session session =
        new SessionStore.Session(Ids.fresh(), principalId, roomId, now.plus(life), now, false);
    return store
        .insert(client, session, Secrets.hash(secret))
        .map(done -> started(session, secret));
  }

  /** A new pair for a refresh secret, which is replaced; 401 {@code session-ended} otherwise. */
  public Future<Started> refresh(String secret) {
    String fresh = Secrets.fresh();
    return database.inTransaction(
        client ->
            store
                .lockByRefresh(client, Secrets.hash(secret))
                .map(found -> found.filter(this::usable).orElseThrow(Sessions::ended))
                .compose(session -> rotate(client, session, fresh)));
  }

  private boolean usable(SessionStore.Session session) {
    Instant now = clock.instant();
    boolean current = !session.byPrevious();
    boolean justRotated = now.isBefore(session.rotatedAt().plus(ROTATION_GRACE));
    return now.isBefore(session.expiresAt()) && (current || justRotated);
  }

  private Future<Started> rotate(SqlClient client, SessionStore.Session session, String fresh) {
    return store
        .rotate(client, session.id(), Secrets.hash(fresh), clock.instant())
        .map(done -> started(session, fresh));
  }

  private Started started(SessionStore.Session session, String secret) {
    Tokens.Token token = tokens.issue(session.id());
    return new Started(
        session.id(),
        session.principalId(),
        session.roomId(),
        token.value(),
        token.expiresAt(),
        secret,
        session.expiresAt());
  }

  /**
   * Whoever the access token speaks for, as the database knows him now; else 401, and 403 {@code
   * second-factor-needed} where he has to enrol first.
   */
  public Future<Caller> caller(String accessToken) {
    return known(accessToken).map(this::admitted);
  }

  /** The same of whoever may have to enrol, for what enrolling takes and for nothing else. */
  public Future<Caller> enrolling(String accessToken) {
    return known(accessToken).map(SessionStore.Known::caller);
  }

  private Caller admitted(SessionStore.Known known) {
    if (factorRequired && !known.proven()) {
      throw Refusal.of(403, "second-factor-needed", TEXTS.get("needed"));
    }
    return known.caller();
  }

  private Future<SessionStore.Known> known(String accessToken) {
    String sessionId;
    try {
      sessionId = tokens.sessionOf(accessToken);
    } catch (Refusal refusal) {
      return Future.failedFuture(refusal);
    }
    return store
        .caller(database.pool(), sessionId, clock.instant())
        .map(found -> found.orElseThrow(Sessions::ended));
  }

  public Future<Void> end(String sessionId) {
    return store
        .end(database.pool(), sessionId, clock.instant())
        .onSuccess(done -> tellEnded(List.of(sessionId)));
  }

  /**
   * Ends a member's sessions, but not the one that is kept, if any.
   *
   * @return their ids, for {@link #tellEnded} after the commit
   */
  Future<List<String>> endStaff(SqlClient client, String personId, String keptId) {
    return store.endStaff(client, personId, keptId, clock.instant());
  }

  /** Closes the sockets of sessions that have ended. */
  void tellEnded(List<String> sessionIds) {
    sessionIds.forEach(id -> endListeners.forEach(listener -> listener.accept(id)));
  }

  /**
   * Ends what sessions a guest has for a room that it leaves: should it be invited again, what was
   * opened before must not open anything. Its sockets end with its membership.
   */
  public Future<Void> endGuests(SqlClient client, String principalId, String roomId) {
    return store.endGuests(client, principalId, roomId, clock.instant());
  }

  private static Refusal ended() {
    return Refusal.unauthenticated("session-ended", "登录已结束，请重新进入。");
  }
}
