package org.yilian.dossiers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.yilian.agreements.Concerns;
import org.yilian.agreements.Mediations;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.disputes.Uploads;
import org.yilian.documents.Documents;
import org.yilian.evidence.Heads;
import org.yilian.identity.Caller;
import org.yilian.identity.Role;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/**
 * The file (卷宗) of a dispute, for a clerk of the committee that mediates it: all papers in their
 * order, and what is missing or late. Everybody else gets 404. What was said to one side alone is
 * not in it but for a title and a fingerprint; see {@link SealedParts}.
 */
public final class Dossiers {
  private static final int LONGEST_TITLE = 100;

  private final EntryStore store = new EntryStore();
  private final AftermathStore aftermath = new AftermathStore();
  private final Ground ground;
  private final Matters matters;
  private final Papers papers;
  private final Bindings bindings;

  /** What it stands on. */
  public record Ground(
      Database database,
      StoredFiles files,
      Mediations mediations,
      Concerns concerns,
      Heads heads,
      Utterances utterances,
      SpokenRecords records,
      Documents documents,
      Deadlines deadlines,
      Audit audit,
      Clock clock) {}

  public Dossiers(Ground ground) {
    this.ground = ground;
    matters =
        new Matters(ground.mediations(), ground.heads(), ground.utterances(), ground.records());
    papers = new Papers(ground.concerns(), ground.files(), ground.documents()::drawable);
    bindings =
        new Bindings(
            ground.documents(),
            new Originals(ground.database(), ground.concerns(), ground.files()));
  }

  /** A paper that a clerk put into a file is read by the clerks of that committee. */
  public void entitle(Uploads uploads) {
    uploads.entitle(
        "dossier-entry",
        (client, caller, id) -> {
          String host = host(caller);
          return store
              .holders(client, id)
              .compose(
                  holders ->
                      holders.contains(host)
                          ? Future.succeededFuture()
                          : Future.failedFuture(Refusal.notFound()));
        });
  }

  /** What is in the file, what is missing, what was late. */
  public Future<JsonObject> state(Caller caller, String disputeId) {
    return volume(caller, disputeId).map(Dossiers::view);
  }

  private static JsonObject view(Volume volume) {
    JsonArray items = new JsonArray();
    for (Paper paper : volume.papers()) {
      String entry = paper instanceof Paper.Handed handed ? handed.entryId() : null;
      items.add(
          new JsonObject()
              .put("kind", paper.kind().name())
              .put("title", paper.title())
              .put("day", paper.day() == null ? null : paper.day().toString())
              .put("forCourt", paper.kind().forCourt())
              .put("entryId", entry));
    }
    return new JsonObject()
        .put("number", volume.number())
        .put("title", volume.title())
        .put("grade", volume.grade().mark().name())
        .put("missing", new JsonArray(volume.grade().missing()))
        .put("late", new JsonArray(volume.grade().late()))
        .put("items", items);
  }

  /** All of it as one PDF; without prejudice to what was said where it is for a court. */
  public Future<Buffer> pdf(Caller caller, String disputeId, boolean forCourt) {
    return volume(caller, disputeId)
        .compose(found -> bindings.pdf(found.checked().forCourt(forCourt)));
  }

  /** The same with every paper by itself and a manifest. */
  public Future<Buffer> zip(Caller caller, String disputeId, boolean forCourt) {
    return volume(caller, disputeId)
        .compose(found -> bindings.zip(found.checked().forCourt(forCourt)));
  }

  private Future<Volume> volume(Caller caller, String disputeId) {
    String host = host(caller);
    LocalDate today = Deadlines.dateOf(ground.clock().instant());
    return ground
        .database()
        .inTransaction(client -> volume(client, caller, disputeId, host, today));
  }

  private Future<Volume> volume(
      SqlClient client, Caller caller, String disputeId, String host, LocalDate today) {
    Future<List<Matter>> found = hosted(client, disputeId, host);
    Future<List<Entry>> entries = store.of(client, new EntryStore.Place(disputeId, host));
    Future<Aftermath> after = aftermath.of(client, disputeId, host);
    return Future.all(found, entries, after)
        .compose(
            all ->
                papers.of(
                    client,
                    new Papers.Wanted(
                        caller, found.result(), after.result(), entries.result(), today)))
        .map(
            gathered ->
                new Volume(
                    found.result(),
                    gathered,
                    Grading.of(
                        found.result(),
                        after.result(),
                        entries.result(),
                        ground.deadlines(),
                        today),
                    false,
                    caller.name(),
                    today));
  }

  private Future<List<Matter>> hosted(SqlClient client, String disputeId, String host) {
    return matters
        .of(client, disputeId, host)
        .map(
            found -> {
              if (found.isEmpty()) {
                throw Refusal.notFound();
              }
              return found;
            });
  }

  /** Puts a paper that the clerk has uploaded into the file: {@code {kind, title, day, fileId}}. */
  public Future<JsonObject> add(Caller caller, String disputeId, Form form) {
    EntryStore.Place place = new EntryStore.Place(disputeId, host(caller));
    Entry entry = read(form);
    return ground
        .database()
        .inTransaction(
            client ->
                hosted(client, disputeId, place.hostId())
                    .compose(found -> keep(client, caller, place, entry))
                    .map(done -> JsonObject.of("id", entry.id())));
  }

  private Entry read(Form form) {
    ItemKind kind = form.word("kind", ItemKind.class);
    if (kind != null && !kind.mayBeEntered()) {
      form.fault("kind", "这一类材料由系统生成，不用上传。");
    }
    String title = form.text("title", LONGEST_TITLE);
    LocalDate day = form.optionalDate("day");
    String file = form.text("fileId", 64);
    form.check();
    return new Entry(Ids.fresh(), kind, title, day, file);
  }

  private Future<Void> keep(SqlClient client, Caller caller, EntryStore.Place place, Entry entry) {
    JsonObject fact =
        new JsonObject()
            .put("entry", entry.id())
            .put("kind", entry.kind().name())
            .put("fileId", entry.fileId());
    String clerk = caller.principalId();
    String owner = "dossier-entry:" + entry.id();
    return ground
        .files()
        .attach(client, entry.fileId(), clerk, owner, "fileId")
        .compose(done -> store.add(client, place, entry, clerk, ground.clock().instant()))
        .compose(done -> told(client, caller, place, "dossier-paper-added", fact));
  }

  /** Takes a paper out again; that it was there stays known. */
  public Future<Void> takeOut(Caller caller, String disputeId, String entryId) {
    EntryStore.Place place = new EntryStore.Place(disputeId, host(caller));
    return ground
        .database()
        .inTransaction(
            client ->
                store
                    .takeOut(client, place, entryId, caller.principalId(), ground.clock().instant())
                    .compose(
                        there ->
                            there
                                ? told(
                                    client,
                                    caller,
                                    place,
                                    "dossier-paper-taken-out",
                                    JsonObject.of("entry", entryId))
                                : Future.failedFuture(Refusal.notFound())));
  }

  private Future<Void> told(
      SqlClient client, Caller caller, EntryStore.Place place, String kind, JsonObject fact) {
    String scope = Scopes.dispute(place.disputeId());
    return ground.audit().append(client, scope, caller.principalId(), kind, fact).mapEmpty();
  }

  private static String host(Caller caller) {
    if (!caller.is(Role.COMMITTEE_CLERK)) {
      throw Refusal.notFound();
    }
    return caller.staff().organisationId();
  }
}
