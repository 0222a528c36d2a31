package org.yilian.rooms;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Hash;

/** What lets one socket in, once: the access token itself is never part of an address. */
public final class SocketTickets {
  private static final Duration LIFE = Duration.ofSeconds(30);
  private static final int BYTES = 32;

  private final TicketStore store = new TicketStore();
  private final RoomStore rooms = new RoomStore();
  private final SecureRandom random = new SecureRandom();
  private final Database database;
  private final Clock clock;

  /** A ticket as the client gets it. */
  public record Ticket(String value, Instant expiresAt) {}

  /** Whom a ticket lets in. */
  public record Admission(String roomId, String memberId, String sessionId) {}

  public SocketTickets(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A ticket for a room of which the caller is a member; 404 for everyone else. */
  public Future<Ticket> issue(Caller caller, String roomId) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant expiresAt = clock.instant().plus(LIFE);
    return rooms
        .seatOf(database.pool(), caller, roomId)
        .compose(
            member ->
                store.insert(
                    database.pool(),
                    Hash.of(value).value(),
                    new Admission(roomId, member.id(), caller.sessionId()),
                    expiresAt))
        .map(done -> new Ticket(value, expiresAt))
        .recover(Database::refuse);
  }

  /** Spends the ticket; nothing where it is unknown, used, expired, or its session has ended. */
  public Future<Optional<Admission>> spend(String value) {
    return store
        .spend(database.pool(), Hash.of(value).value(), clock.instant())
        .recover(Database::refuse);
  }
}
