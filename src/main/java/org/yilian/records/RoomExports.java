package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.evidence.EvidenceLog;
import org.yilian.evidence.ExportFile;
import org.yilian.evidence.Head;
import org.yilian.evidence.Heads;
import org.yilian.evidence.Leaf;
import org.yilian.evidence.SigningKeys;
import org.yilian.evidence.Tree;
import org.yilian.identity.Caller;
import org.yilian.identity.Role;
import org.yilian.kernel.Refusal;

/**
 * The log of a room in a file, as far as its reader goes: a side gets its own lane and what is
 * common, a mediator all, the host's clerk of every talk no more than its title and hash.
 */
public final class RoomExports {
  private final Readers readers = new Readers();
  private final ReaderStore lanes = new ReaderStore();
  private final SignedAgreementStore agreements = new SignedAgreementStore();
  private final EvidenceLog log = new EvidenceLog();
  private final Database database;
  private final SigningKeys keys;
  private final Heads heads;
  private final Clock clock;

  public RoomExports(Database database, SigningKeys keys, Heads heads, Clock clock) {
    this.database = database;
    this.keys = keys;
    this.heads = heads;
    this.clock = clock;
  }

  /** The file; 404 for whoever has no seat in the room and is no clerk of its host. */
  public Future<JsonObject> export(Caller caller, String roomId) {
    return database
        .inTransaction(client -> export(client, caller, roomId))
        .compose(file -> keys.sign(file::signed));
  }

  private Future<ExportFile> export(SqlClient client, Caller caller, String roomId) {
    if (!caller.is(Role.COMMITTEE_CLERK)) {
      return readers.of(client, caller, roomId).compose(reader -> whole(client, reader));
    }
    return lanes
        .hosted(client, roomId, caller.staff().organisationId())
        .map(number -> number.orElseThrow(Refusal::notFound))
        .compose(number -> titles(client, roomId, number));
  }

  private Future<ExportFile> whole(SqlClient client, Reader reader) {
    return speakers(client, reader)
        .map(
            names ->
                new ExportFile(
                    RecordTexts.get(
                        "export.about", reader.roomNumber(), reader.seat().name(), names),
                    clock.instant()))
        .compose(
            file -> {
              Future<Void> done = Future.succeededFuture();
              for (Reader.ReadableLane lane : reader.lanes()) {
                done = done.compose(next -> lane(client, file, lane, lane.title(reader.seat())));
              }
              return done.compose(next -> room(client, file, reader))
                  .compose(next -> agreements(client, file, reader.roomId()))
                  .map(file);
            });
  }

  private Future<String> speakers(SqlClient client, Reader reader) {
    Future<Set<String>> names = Future.succeededFuture(new TreeSet<>());
    for (Reader.ReadableLane lane : reader.lanes()) {
      names =
          names.compose(
              known -> lanes.speakers(client, lane.id()).onSuccess(known::addAll).map(known));
    }
    return names.map(known -> String.join("，", known));
  }

  /** What was taken back stays provable, and unread. */
  private Future<Void> lane(
      SqlClient client, ExportFile file, Reader.ReadableLane lane, String title) {
    Tree facts = Tree.ofFacts(Scopes.lane(lane.id()));
    return lanes
        .recalled(client, lane.id())
        .compose(
            back -> add(client, file, Tree.ofLane(lane.id()), title, all -> !back.contains(all)))
        .compose(next -> add(client, file, facts, RecordTexts.get("facts-of", title), all -> true));
  }

  private Future<Void> room(SqlClient client, ExportFile file, Reader reader) {
    return reader.mediator()
        ? add(
            client,
            file,
            Tree.ofFacts(Scopes.room(reader.roomId())),
            RecordTexts.get("room-log"),
            all -> true)
        : Future.succeededFuture();
  }

  private Future<Void> agreements(SqlClient client, ExportFile file, String roomId) {
    return agreements
        .ofRoom(client, roomId, List.of())
        .compose(
            found -> {
              Future<Void> done = Future.succeededFuture();
              for (SignedAgreement agreement : found) {
                done = done.compose(next -> agreement(client, file, agreement));
              }
              return done;
            });
  }

  /** Until the seal the growth of its log would tell one side that the other has signed. */
  private Future<Void> agreement(SqlClient client, ExportFile file, SignedAgreement agreement) {
    if (!agreement.sealed()) {
      return Future.succeededFuture();
    }
    String title = RecordTexts.get("agreement", agreement.number());
    return agreements
        .shown(client, agreement)
        .compose(shown -> add(client, file, agreement.tree(), title, shown::contains));
  }

  private Future<ExportFile> titles(SqlClient client, String roomId, String number) {
    String about = RecordTexts.get("export.clerk", number);
    ExportFile file = new ExportFile(about, clock.instant());
    Reader.Seat nobody = new Reader.Seat("", null, null, "");
    return lanes
        .lanesOf(client, roomId)
        .compose(
            found -> {
              Future<Void> done = Future.succeededFuture();
              for (Reader.ReadableLane lane : found) {
                done = done.compose(next -> sealed(client, file, lane, lane.title(nobody)));
              }
              return done.compose(next -> agreements(client, file, roomId)).map(file);
            });
  }

  private Future<Void> sealed(
      SqlClient client, ExportFile file, Reader.ReadableLane lane, String title) {
    Tree tree = Tree.ofLane(lane.id());
    return log.hashes(client, tree)
        .map(
            hashes -> {
              file.sealed(tree, RecordTexts.get("sealed", title), hashes);
              return null;
            });
  }

  private Future<Void> add(
      SqlClient client, ExportFile file, Tree tree, String title, Predicate<Long> shown) {
    Future<List<Leaf>> leaves = log.leaves(client, tree);
    Future<List<Head>> signed = heads.of(client, tree);
    return Future.all(leaves, signed)
        .map(
            all -> {
              file.tree(
                  tree, title, leaves.result(), signed.result(), leaf -> shown.test(leaf.n()));
              return null;
            });
  }
}
