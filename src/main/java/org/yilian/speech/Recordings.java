package org.yilian.speech;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.yilian.identity.Vault;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * Recordings, taken in pieces so that a cut costs one piece and not all, and kept sealed. Who may
 * make or hear one is for its feature to decide, as with files; this only keeps them.
 */
public final class Recordings {
  private static final Texts TEXTS = Texts.of("speech");
  private static final int SMALLEST_PIECE = 16 << 10;
  private static final int LARGEST_PIECE = 1 << 20;

  /** Of one owner under way at once: the oldest makes room, so that nobody is ever locked out. */
  private static final int BEGUN = 8;

  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(7);

  private final RecordingStore store = new RecordingStore();
  private final TranscriptStore transcripts = new TranscriptStore();
  private final SealedPieces pieces;
  private final Clock clock;

  public Recordings(Vault vault, Clock clock) {
    this.pieces = new SealedPieces(vault);
    this.clock = clock;
  }

  /**
   * Makes room for a recording of that size. Call it within a transaction.
   *
   * @param attachedTo what it belongs to from the start, or null
   * @param longest what its owner may record
   * @return fails with 413 {@code recording-too-long}
   */
  public Future<Recording> begin(
      SqlClient client, String ownerId, String attachedTo, long size, Duration longest) {
    if (size > longest.toMillis() * Wave.BYTES_PER_MILLI + Wave.LONGEST_HEAD) {
      String detail = TEXTS.get("refused.recording-too-long", longest.toSeconds());
      return Future.failedFuture(Refusal.of(413, "recording-too-long", detail));
    }
    Recording begun = new Recording(Ids.fresh(), ownerId, attachedTo, size, 0, null, null);
    return store
        .insert(client, begun.id(), ownerId, attachedTo, size, clock.instant())
        .compose(done -> store.deleteBegun(client, ownerId, BEGUN))
        .map(begun);
  }

  /** The owner's own recording there, else 404. */
  public Future<Recording> own(SqlClient client, String ownerId, String attachedTo, String id) {
    return store
        .find(client, id)
        .map(
            found ->
                found
                    .filter(one -> one.ownerId().equals(ownerId))
                    .filter(one -> same(one.attachedTo(), attachedTo))
                    .orElseThrow(Refusal::notFound));
  }

  public Future<Optional<Recording>> find(SqlClient client, String id) {
    return store.find(client, id);
  }

  private static boolean same(String one, String other) {
    return one == null ? other == null : one.equals(other);
  }

  /**
   * Adds the next piece. The first one has to show that this is a voice at all. Call it within a
   * transaction.
   *
   * @return how far it has come; fails with 409 {@code offset-mismatch} where another piece is next
   */
  public Future<Recording> append(SqlClient client, Recording to, long offset, Buffer piece) {
    Optional<Refusal> refusal = unfit(to, offset, piece);
    if (refusal.isPresent()) {
      return Future.failedFuture(refusal.get());
    }
    Integer millis = offset == 0 ? (Integer) Wave.of(piece, to.size()).millis() : null;
    return store
        .advance(client, to.id(), offset, piece.length(), millis)
        .compose(
            next ->
                next
                    ? pieces.put(client, to.id(), offset, piece)
                    : Future.failedFuture(conflict("offset-mismatch")))
        .compose(done -> store.find(client, to.id()))
        .map(Optional::orElseThrow);
  }

  private static Optional<Refusal> unfit(Recording to, long offset, Buffer piece) {
    long end = offset + piece.length();
    if (piece.length() > LARGEST_PIECE) {
      return Optional.of(Refusal.of(413, "piece-too-large", TEXTS.get("refused.piece-too-large")));
    }
    if (end > to.size()) {
      return Optional.of(bad("piece-beyond-end"));
    }
    boolean small = piece.length() < SMALLEST_PIECE && end < to.size();
    return small || piece.length() == 0 ? Optional.of(bad("piece-too-small")) : Optional.empty();
  }

  /**
   * Ends it, once all is there and is what was meant. A second end is the first one again.
   *
   * @return fails with 409 {@code recording-incomplete}; not whole where another hash was found,
   *     and then it has to be sent anew: see {@link #wholeOrAnew}
   */
  public Future<Recording> finish(SqlClient client, Recording whole, String sha256) {
    if (whole.whole()) {
      return whole.sha256().equals(sha256)
          ? Future.succeededFuture(whole)
          : Future.failedFuture(conflict("hash-differs"));
    }
    if (whole.received() < whole.size()) {
      return Future.failedFuture(conflict("recording-incomplete"));
    }
    return pieces
        .digest(client, whole)
        .compose(
            found ->
                found.equals(sha256)
                    ? store.finish(client, whole.id(), sha256, clock.instant()).map(true)
                    : beginAnew(client, whole.id()).map(false))
        .compose(done -> store.find(client, whole.id()))
        .map(Optional::orElseThrow);
  }

  private Future<Void> beginAnew(SqlClient client, String id) {
    return store.empty(client, id).compose(done -> pieces.delete(client, id));
  }

  /**
   * Tells the caller of {@link #finish}, once that is committed, where it failed.
   *
   * @throws Refusal 409 {@code hash-differs}
   */
  public static Recording wholeOrAnew(Recording finished) {
    if (!finished.whole()) {
      throw conflict("hash-differs");
    }
    return finished;
  }

  /** Has what is whole written down before it is known whether it stays. */
  public Future<Recording> awaitWords(SqlClient client, Recording recording) {
    return recording.whole()
        ? transcripts.await(client, recording.id(), clock.instant()).map(recording)
        : Future.succeededFuture(recording);
  }

  /** It stays, and is written down as soon as a machine or a person gets to it. */
  public Future<Void> keep(SqlClient client, String id) {
    return store
        .keep(client, id, clock.instant())
        .compose(done -> transcripts.await(client, id, clock.instant()));
  }

  /**
   * Gives the owner's recording to what it belongs to from now on, and keeps it.
   *
   * @return fails with 400 on the field where the owner has no such free recording
   */
  public Future<Void> attach(
      SqlClient client, String id, String ownerId, String attachedTo, String field) {
    return store
        .attach(client, id, ownerId, attachedTo)
        .compose(
            attached ->
                attached
                    ? keep(client, id)
                    : Future.failedFuture(Refusal.field(field, TEXTS.get("refused.not-yours"))));
  }

  /** The kept recordings of a thing, oldest first. */
  public Future<List<Recording>> attachedTo(SqlClient client, String attachedTo) {
    return store.attachedTo(client, attachedTo);
  }

  /** The bytes of the file from one to before the other. */
  public Future<Buffer> bytes(SqlClient client, Recording recording, long from, long to) {
    return pieces.bytes(client, recording.id(), from, to);
  }

  /** Throws away what was begun and never said or handed in. */
  public Future<Integer> forget(SqlClient client) {
    return store.deleteForgotten(client, clock.instant().minus(FORGOTTEN_AFTER));
  }

  private static Refusal conflict(String code) {
    return Refusal.conflict(code, TEXTS.get("refused." + code));
  }

  private static Refusal bad(String code) {
    return Refusal.bad(code, "recording", TEXTS.get("refused." + code));
  }
}
