package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.db.StoredFile;
import org.yilian.db.StoredFiles;
import org.yilian.disputes.Uploads;
import org.yilian.documents.CleanPicture;
import org.yilian.documents.CleanPictures;
import org.yilian.identity.Throttles;
import org.yilian.kernel.Hash;
import org.yilian.kernel.Refusal;

/**
 * Pictures that somebody without an account adds to what he reported. His receipt lets him, which
 * was given for a confirmed phone; whoever sees the dispute sees them, and he sees his own.
 */
public final class ReportPictures {
  private static final int MOST = 9;
  private static final int TRIES_OF_RECEIPT = 20;
  private static final int TRIES_OF_ADDRESS = 60;

  private final ReceiptStore receipts = new ReceiptStore();
  private final Database database;
  private final Throttles throttles;
  private final CleanPictures pictures;
  private final StoredFiles files;
  private final Audit audit;

  public ReportPictures(
      Database database,
      Throttles throttles,
      CleanPictures pictures,
      StoredFiles files,
      Audit audit) {
    this.database = database;
    this.throttles = throttles;
    this.pictures = pictures;
    this.files = files;
    this.audit = audit;
  }

  /** Lets a try be made before its bytes are looked at; 404 without a receipt, 429 too often. */
  public Future<Void> admit(String token, String address) {
    return database.inTransaction(
        client ->
            holder(client, token)
                .compose(
                    known -> slowDown(client, "report-picture:" + hash(token), TRIES_OF_RECEIPT))
                .compose(
                    may -> slowDown(client, "report-picture-from:" + address, TRIES_OF_ADDRESS)));
  }

  private Future<Void> slowDown(SqlClient client, String subject, int allowed) {
    return throttles
        .check(client, subject, allowed)
        .compose(may -> throttles.failed(client, subject));
  }

  /** Keeps one picture, made anew from its pixels, with the dispute as it goes on now. */
  public Future<JsonObject> add(String token, Buffer bytes) {
    return pictures
        .of(bytes, Uploads.MAX_BYTES)
        .compose(clean -> database.inTransaction(client -> keep(client, token, clean)))
        .map(ReportPictures::view);
  }

  private Future<StoredFile> keep(SqlClient client, String token, CleanPicture clean) {
    return receipts
        .hold(client, hash(token))
        .compose(held -> holder(client, token))
        .compose(by -> own(client, token, by).map(own -> unlessFull(by, own)))
        .compose(
            by ->
                files
                    .putPicture(
                        client,
                        owner(token),
                        clean.mediaType(),
                        Buffer.buffer(clean.bytes()),
                        clean.width(),
                        clean.height(),
                        Scopes.dispute(by.goesOnAs()))
                    .compose(kept -> note(client, token, by).map(kept)));
  }

  private static ReceiptStore.Holder unlessFull(ReceiptStore.Holder by, List<StoredFile> own) {
    if (by.status().over()) {
      throw Refusal.conflict("wrong-state", "这件事已经办结，不能再补照片。有新情况请重新登记，或打电话给为您办理的单位。");
    }
    if (own.size() >= MOST) {
      throw Refusal.conflict("too-many-pictures", "最多 " + MOST + " 张照片。还有别的材料，请交给联系您的工作人员。");
    }
    return by;
  }

  private Future<Void> note(SqlClient client, String token, ReceiptStore.Holder by) {
    return audit.append(
        client,
        Scopes.dispute(by.goesOnAs()),
        owner(token),
        "picture-added",
        JsonObject.of("by", by.applicant()));
  }

  /** What was handed in with this receipt. */
  public Future<List<JsonObject>> list(String token) {
    return database.withConnection(
        client ->
            holder(client, token)
                .compose(by -> own(client, token, by))
                .map(own -> own.stream().map(ReportPictures::view).toList()));
  }

  /** One of them; 404 for any other file. */
  public Future<Uploads.Content> read(String token, String id) {
    return database.withConnection(
        client ->
            files
                .find(client, id)
                .map(found -> found.filter(file -> file.ownerId().equals(owner(token))))
                .map(found -> found.orElseThrow(Refusal::notFound))
                .compose(
                    file ->
                        files.bytes(client, id).map(bytes -> new Uploads.Content(file, bytes))));
  }

  /** Also those from before a merger. */
  private Future<List<StoredFile>> own(SqlClient client, String token, ReceiptStore.Holder by) {
    Future<List<StoredFile>> first = files.attachedTo(client, Scopes.dispute(by.disputeId()));
    return by.disputeId().equals(by.goesOnAs())
        ? first.map(found -> own(found, token))
        : first.compose(
            before ->
                files
                    .attachedTo(client, Scopes.dispute(by.goesOnAs()))
                    .map(after -> own(joined(before, after), token)));
  }

  private static List<StoredFile> joined(List<StoredFile> before, List<StoredFile> after) {
    List<StoredFile> all = new ArrayList<>(before);
    all.addAll(after);
    return all;
  }

  private static List<StoredFile> own(List<StoredFile> found, String token) {
    return found.stream().filter(file -> file.ownerId().equals(owner(token))).toList();
  }

  private Future<ReceiptStore.Holder> holder(SqlClient client, String token) {
    return receipts.holder(client, hash(token)).map(found -> found.orElseThrow(Refusal::notFound));
  }

  private static String hash(String token) {
    return Hash.of(token).value();
  }

  private static String owner(String token) {
    return "receipt:" + hash(token);
  }

  private static JsonObject view(StoredFile file) {
    return JsonObject.of("id", file.id(), "size", file.size(), "mediaType", file.mediaType());
  }
}
