package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.evidence.Anchor;
import org.yilian.evidence.Days;
import org.yilian.evidence.EvidenceLog;
import org.yilian.evidence.ReceiptFile;
import org.yilian.evidence.SigningKeys;
import org.yilian.evidence.Tree;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;

/**
 * Receipts that a member takes home: proof of what the lanes that it reads, and its own signatures,
 * were. A receipt tells nothing of what its holder may not read, not even that it grew; so none of
 * it is stored, and it bears no time but its own.
 */
public final class Receipts {
  private static final int MOST_HELD = 200;
  private static final int TREE_NAME = 200;

  private final Readers readers = new Readers();
  private final SignedAgreementStore agreements = new SignedAgreementStore();
  private final EvidenceLog log = new EvidenceLog();
  private final Database database;
  private final SigningKeys keys;
  private final Days days;
  private final Clock clock;

  public Receipts(Database database, SigningKeys keys, Days days, Clock clock) {
    this.database = database;
    this.keys = keys;
    this.days = days;
    this.clock = clock;
  }

  /** A tree by name, and a size of it that the caller has a receipt for. */
  private record Held(String tree, Long size) {}

  /** What a receipt is written with. */
  private record Desk(SqlClient client, Reader reader, List<Held> held, ReceiptFile file) {}

  /** A fresh receipt, or 404 for whoever has no seat in the room. */
  public Future<JsonObject> issue(Caller caller, String roomId, Form form) {
    List<Held> held = held(form);
    return database
        .inTransaction(
            client ->
                readers.of(client, caller, roomId).compose(reader -> write(client, reader, held)))
        .compose(file -> keys.sign(file::signed));
  }

  private static List<Held> held(Form form) {
    List<Held> held =
        form.objects(
            "held",
            MOST_HELD,
            part ->
                new Held(part.text("tree", TREE_NAME), part.number("size", 1, Integer.MAX_VALUE)));
    form.check();
    return held;
  }

  private Future<ReceiptFile> write(SqlClient client, Reader reader, List<Held> held) {
    String about = RecordTexts.get("receipt.about", reader.roomNumber(), reader.seat().name());
    Desk desk = new Desk(client, reader, held, new ReceiptFile(about, clock.instant()));
    Future<Void> done = Future.succeededFuture();
    for (Reader.ReadableLane lane : reader.lanes()) {
      String title = lane.title(reader.seat());
      done =
          done.compose(next -> stands(desk, title, Tree.ofLane(lane.id())))
              .compose(
                  next ->
                      stands(
                          desk,
                          RecordTexts.get("facts-of", title),
                          Tree.ofFacts(Scopes.lane(lane.id()))));
    }
    return done.compose(next -> signatures(desk)).map(next -> desk.file());
  }

  /** Nothing is told of a tree in which nothing is. */
  private Future<Void> stands(Desk desk, String title, Tree tree) {
    Future<List<byte[]>> hashes = log.hashes(desk.client(), tree);
    return hashes
        .compose(found -> days.anchor(desk.client(), tree))
        .map(
            anchor -> {
              if (!hashes.result().isEmpty()) {
                stands(desk, title, tree, hashes.result(), anchor);
              }
              return null;
            });
  }

  private static void stands(
      Desk desk, String title, Tree tree, List<byte[]> hashes, Optional<Anchor> anchor) {
    List<Integer> held =
        desk.held().stream()
            .filter(known -> known.tree().equals(tree.name()))
            .map(known -> known.size().intValue())
            .distinct()
            .toList();
    desk.file().head(title, tree, hashes, held, anchor.stream().toList());
  }

  private Future<Void> signatures(Desk desk) {
    return agreements
        .ofRoom(desk.client(), desk.reader().roomId(), desk.reader().signers())
        .compose(
            found -> {
              Future<Void> done = Future.succeededFuture();
              for (SignedAgreement agreement : found) {
                done = done.compose(next -> signatures(desk, agreement));
              }
              return done;
            });
  }

  /** One's own signature at once; the whole log of the agreement once it is sealed. */
  private Future<Void> signatures(Desk desk, SignedAgreement agreement) {
    String title = RecordTexts.get("signature-of", agreement.number());
    Future<Void> done =
        log.leaves(desk.client(), agreement.tree())
            .map(
                leaves -> {
                  leaves.stream()
                      .filter(leaf -> agreement.signatures().contains(leaf.n()))
                      .forEach(leaf -> desk.file().entry(title, agreement.tree(), leaf));
                  return null;
                });
    return agreement.sealed()
        ? done.compose(
            next ->
                stands(desk, RecordTexts.get("agreement", agreement.number()), agreement.tree()))
        : done;
  }
}
