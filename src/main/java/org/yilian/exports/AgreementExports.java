package org.yilian.exports;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.identity.Caller;
import org.yilian.identity.Role;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * Many sealed agreements as one zip, for a clerk of the organisation that sealed them: ordered,
 * made in the background, loaded down in pieces, and thrown away after a day. 404 for everybody
 * else.
 */
public final class AgreementExports {
  /** Every piece but the last has as many bytes. */
  public static final int PIECE = ExportZip.PIECE;

  private static final Texts TEXTS = Texts.of("exports");
  private static final int MOST_AGREEMENTS = 2_000;
  private static final int MOST_EXPORTS = 3;
  private static final Duration LIFE = Duration.ofDays(1);

  private final ExportStore store = new ExportStore();
  private final ExportItemStore items = new ExportItemStore();
  private final ExportMakingStore pieces = new ExportMakingStore();
  private final ExportMaker maker;
  private final Database database;
  private final Clock clock;

  public AgreementExports(Vertx vertx, Database database, StoredFiles files, Clock clock) {
    this.maker = new ExportMaker(vertx, database, files, clock);
    this.database = database;
    this.clock = clock;
  }

  public void start() {
    maker.start();
  }

  public void stop() {
    maker.stop();
  }

  /** Which agreements are wanted: these, or those sealed from one day to another. */
  private record Wanted(List<String> ids, LocalDate from, LocalDate to) {
    static Wanted of(Form form) {
      List<String> ids = form.texts("ids", MOST_AGREEMENTS, 64);
      LocalDate from = form.optionalDate("from");
      LocalDate to = form.optionalDate("to");
      if (ids.isEmpty() && (from == null || to == null)) {
        form.fault("ids", TEXTS.get("choose"));
      } else if (ids.isEmpty() && from.isAfter(to)) {
        form.fault("from", TEXTS.get("order"));
      }
      form.check();
      return new Wanted(List.copyOf(new LinkedHashSet<>(ids)), from, to);
    }
  }

  /**
   * Orders one: {@code {ids}} or {@code {from, to}}. 404 if one of the ids is no sealed agreement
   * of the caller's organisation; 409 {@code exports-full} while it has three.
   */
  public Future<JsonObject> order(Caller caller, Form form) {
    String host = host(caller);
    Wanted wanted = Wanted.of(form);
    return database
        .inTransaction(
            client ->
                store
                    .countHeld(client, host)
                    .compose(AgreementExports::checkHeld)
                    .compose(few -> chosen(client, host, wanted))
                    .compose(ids -> keep(client, caller, host, ids)))
        .onSuccess(ordered -> maker.round())
        .map(Export::json);
  }

  private static Future<Void> checkHeld(int held) {
    return held < MOST_EXPORTS
        ? Future.succeededFuture()
        : Future.failedFuture(
            Refusal.conflict("exports-full", TEXTS.get("full", String.valueOf(MOST_EXPORTS))));
  }

  private Future<List<String>> chosen(SqlClient client, String host, Wanted wanted) {
    return wanted.ids().isEmpty()
        ? items
            .between(client, host, wanted.from(), wanted.to(), MOST_AGREEMENTS + 1)
            .map(AgreementExports::enough)
        : items
            .among(client, host, wanted.ids())
            .map(
                found -> {
                  if (found.size() < wanted.ids().size()) {
                    throw Refusal.notFound();
                  }
                  return found;
                });
  }

  private static List<String> enough(List<String> found) {
    if (found.isEmpty()) {
      throw Refusal.field("from", TEXTS.get("none"));
    }
    if (found.size() > MOST_AGREEMENTS) {
      throw Refusal.field("to", TEXTS.get("too-many", String.valueOf(MOST_AGREEMENTS)));
    }
    return found;
  }

  private Future<Export> keep(SqlClient client, Caller caller, String host, List<String> ids) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Export export =
        new Export(
            Ids.fresh(),
            Export.Status.MAKING,
            caller.name(),
            ids.size(),
            0,
            0,
            now,
            now.plus(LIFE));
    return store
        .insert(client, export, host, caller.principalId())
        .compose(done -> items.insert(client, export.id(), ids))
        .map(export);
  }

  /** All that the caller's organisation has, newest first. */
  public Future<List<JsonObject>> list(Caller caller) {
    String host = host(caller);
    return database.withConnection(
        client ->
            store
                .of(client, host, clock.instant())
                .map(found -> found.stream().map(Export::json).toList()));
  }

  public Future<JsonObject> find(Caller caller, String id) {
    return export(caller, id).map(Export::json);
  }

  /** Throws one away, also while it is being made. */
  public Future<Void> remove(Caller caller, String id) {
    String host = host(caller);
    return database
        .inTransaction(client -> store.delete(client, host, id))
        .compose(gone -> gone ? Future.succeededFuture() : Future.failedFuture(Refusal.notFound()));
  }

  /** The size of one that is ready, in bytes; 404 before. */
  public Future<Long> size(Caller caller, String id) {
    return export(caller, id)
        .map(
            export -> {
              if (export.status() != Export.Status.READY) {
                throw Refusal.notFound();
              }
              return export.size();
            });
  }

  /** Piece n of one that the caller may have, counted from 0. Ask for its size before. */
  public Future<Buffer> piece(String id, int n) {
    return pieces.piece(database.pool(), id, n).map(found -> found.orElseThrow(Refusal::notFound));
  }

  private Future<Export> export(Caller caller, String id) {
    String host = host(caller);
    return database
        .withConnection(client -> store.find(client, host, id, clock.instant()))
        .map(found -> found.orElseThrow(Refusal::notFound));
  }

  private static String host(Caller caller) {
    if (!caller.is(Role.COMMITTEE_CLERK)) {
      throw Refusal.notFound();
    }
    return caller.staff().organisationId();
  }
}
