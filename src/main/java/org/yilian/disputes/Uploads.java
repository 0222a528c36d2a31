package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.db.StoredFile;
import org.yilian.db.StoredFiles;
import org.yilian.documents.CleanPictures;
import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;

/**
 * Documents that people hand in: scans, authorities, rulings. A file is its owner's alone until it
 * is attached to something; from then on whoever may see that thing may read the file.
 */
public final class Uploads {
  public static final int MAX_BYTES = 20 << 20;

  private final Database database;
  private final StoredFiles files;
  private final CleanPictures pictures;
  private final Ledger ledger;
  private final Map<String, Entitlement> entitlements = new HashMap<>();

  public Uploads(Database database, StoredFiles files, CleanPictures pictures, Ledger ledger) {
    this.database = database;
    this.files = files;
    this.pictures = pictures;
    this.ledger = ledger;
    entitle(
        "representative",
        (client, caller, id) ->
            ledger
                .representative(client, id)
                .compose(one -> ledger.party(client, one.partyId()))
                .compose(party -> ledger.visible(client, caller.staff(), party.disputeId()))
                .mapEmpty());
    entitle(
        "dispute", (client, caller, id) -> ledger.visible(client, caller.staff(), id).mapEmpty());
  }

  /** Decides who may read what is attached to one kind of thing; fails where he may not. */
  public interface Entitlement {
    Future<Void> check(SqlClient client, Caller caller, String id);
  }

  /** A file and its bytes. */
  public record Content(StoredFile file, Buffer bytes) {}

  /** Adds the rule of another kind of thing. Wiring does this, before the first request. */
  public void entitle(String kind, Entitlement entitlement) {
    entitlements.put(kind, entitlement);
  }

  /** Keeps what the caller handed in, if it is what it may be. */
  public Future<StoredFile> accept(Caller caller, Buffer bytes) {
    if (bytes.length() > MAX_BYTES) {
      return Future.failedFuture(Refusal.of(413, "file-too-large", "文件不能超过 20 MB，请压缩后再传。"));
    }
    return MediaType.of(bytes)
        .map(type -> type.picture() ? keepPicture(caller, bytes) : keep(caller, type, bytes))
        .orElseGet(
            () ->
                Future.failedFuture(Refusal.bad("file-type", "file", "只能上传 PDF、JPEG、PNG 文件或录音。")));
  }

  /** Upright and without what its file hides: where it is kept, bound and shown it stays so. */
  private Future<StoredFile> keepPicture(Caller caller, Buffer bytes) {
    return pictures
        .of(bytes, MAX_BYTES)
        .compose(
            clean ->
                database.inTransaction(
                    client ->
                        files.putPicture(
                            client,
                            caller.principalId(),
                            clean.mediaType(),
                            Buffer.buffer(clean.bytes()),
                            clean.width(),
                            clean.height(),
                            null)));
  }

  private Future<StoredFile> keep(Caller caller, MediaType type, Buffer bytes) {
    return database.inTransaction(
        client -> files.put(client, caller.principalId(), type.value(), bytes, null));
  }

  /** What was handed in with the report of a dispute that the caller sees, else 404. */
  public Future<List<StoredFile>> ofDispute(Caller caller, String disputeId) {
    return database.withConnection(
        client ->
            ledger
                .visible(client, caller.staff(), disputeId)
                .compose(seen -> files.attachedTo(client, Scopes.dispute(disputeId))));
  }

  /** The file, if the caller may read it, else 404. */
  public Future<Content> read(Caller caller, String id) {
    return database.withConnection(
        client ->
            files
                .find(client, id)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .compose(file -> check(client, caller, file).map(file))
                .compose(file -> files.bytes(client, id).map(bytes -> new Content(file, bytes))));
  }

  private Future<Void> check(SqlClient client, Caller caller, StoredFile file) {
    if (file.attachedTo() == null) {
      boolean own = file.ownerId().equals(caller.principalId());
      return own ? Future.succeededFuture() : Future.failedFuture(Refusal.notFound());
    }
    String[] attached = file.attachedTo().split(":", 2);
    return Optional.ofNullable(entitlements.get(attached[0]))
        .map(rule -> rule.check(client, caller, attached[1]))
        .orElseGet(() -> Future.failedFuture(Refusal.notFound()));
  }
}
