package org.yilian.dossiers;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Hash;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.MemberRole;

/**
 * The records (笔录) as those who spoke read and confirm them. Each side confirms what it may read:
 * of the common record what was said to all, passed on to it or from it; of its own talk all. A
 * confirmation stands while nothing of that changes (在线调解规则第二十二条：逐步核对).
 */
public final class SpokenRecords {
  private final SpokenRecordStore store = new SpokenRecordStore();
  private final Database database;
  private final Utterances utterances;
  private final Audit audit;
  private final Clock clock;

  public SpokenRecords(Database database, Utterances utterances, Audit audit, Clock clock) {
    this.database = database;
    this.utterances = utterances;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which record. */
  public enum Kind {
    /** What all may read. */
    COMMON,
    /** The talk with one side, which that side and the mediators alone know. */
    TALK;

    /**
     * @throws Refusal 404 for a word that is none of the kinds
     */
    public static Kind of(String path) {
      for (Kind kind : values()) {
        if (kind.name().toLowerCase(Locale.ROOT).equals(path)) {
          return kind;
        }
      }
      throw Refusal.notFound();
    }
  }

  /** What one side reads of a record. */
  private record Page(
      SpokenRecordStore.Seat seat, String side, List<Matter.Utterance> said, String hash) {}

  /**
   * The record as a side reads it.
   *
   * @param side for mediators, whose record it is; a side reads its own alone
   * @return {@code {record, side, hash, entries: [{at, speaker, text, toSide?, source?}],
   *     confirmations: [{name, at, stands}]}}
   */
  public Future<JsonObject> read(Caller caller, String roomId, Kind kind, String side) {
    return database.withConnection(
        client ->
            page(client, caller, roomId, kind, side)
                .compose(
                    page ->
                        store
                            .confirmations(client, roomId, kind.name())
                            .map(given -> view(kind, page, given))));
  }

  /**
   * Somebody of a side says that the record is right.
   *
   * @param form {@code {hash}} of what he has read
   * @return fails with 409 {@code record-changed}, or {@code nothing-said}
   */
  public Future<JsonObject> confirm(Caller caller, String roomId, Kind kind, Form form) {
    String hash = form.hash("hash");
    form.check();
    return database
        .inTransaction(
            client ->
                page(client, caller, roomId, kind, null)
                    .compose(page -> confirm(client, roomId, kind, page, hash)))
        .compose(done -> read(caller, roomId, kind, null));
  }

  private Future<Void> confirm(SqlClient client, String roomId, Kind kind, Page page, String hash) {
    if (page.seat().side() == null) {
      return Future.failedFuture(Refusal.notFound());
    }
    if (page.said().isEmpty()) {
      return conflict("nothing-said");
    }
    if (!page.hash().equals(hash)) {
      return conflict("record-changed");
    }
    JsonObject fact = JsonObject.of("record", kind.name(), "hash", hash);
    String member = page.seat().memberId();
    return store
        .confirm(client, roomId, member, kind.name(), hash, clock.instant())
        .compose(done -> store.laneOf(client, roomId, page.side()))
        .compose(
            lane ->
                audit.append(
                    client, Scopes.lane(lane.orElseThrow()), member, "record-confirmed", fact));
  }

  private static Future<Void> conflict(String code) {
    return Future.failedFuture(Refusal.conflict(code, DossierTexts.get("refused." + code)));
  }

  private Future<Page> page(
      SqlClient client, Caller caller, String roomId, Kind kind, String wanted) {
    if (caller instanceof Caller.Guest guest && !guest.roomId().equals(roomId)) {
      return Future.failedFuture(Refusal.notFound());
    }
    return store
        .seat(client, roomId, caller.principalId())
        .map(found -> found.orElseThrow(Refusal::notFound))
        .compose(
            seat -> {
              String side = sideOf(seat, wanted);
              return said(client, roomId, kind, side)
                  .map(said -> new Page(seat, side, said, hash(said)));
            });
  }

  private static String sideOf(SpokenRecordStore.Seat seat, String wanted) {
    if (seat.side() != null) {
      return seat.side();
    }
    if (seat.role() != MemberRole.MEDIATOR || wanted == null) {
      throw Refusal.notFound();
    }
    return wanted;
  }

  private Future<List<Matter.Utterance>> said(
      SqlClient client, String roomId, Kind kind, String side) {
    return store
        .laneOf(client, roomId, side)
        .map(found -> found.orElseThrow(Refusal::notFound))
        .compose(
            lane ->
                kind == Kind.TALK
                    ? utterances.lane(client, lane)
                    : utterances.commonFor(client, roomId, side));
  }

  /** Confirmations that still stand: nothing of what was confirmed has changed since. */
  Future<List<Matter.Confirmation>> standing(SqlClient client, String roomId, Kind kind) {
    return store
        .confirmations(client, roomId, kind.name())
        .compose(
            given -> {
              Set<String> sides =
                  given.stream()
                      .map(Matter.Confirmation::side)
                      .collect(Collectors.toCollection(TreeSet::new));
              Future<List<Matter.Confirmation>> done = Future.succeededFuture(new ArrayList<>());
              for (String side : sides) {
                done =
                    done.compose(
                        all ->
                            said(client, roomId, kind, side)
                                .map(said -> add(all, given, side, hash(said))));
              }
              return done;
            });
  }

  private static List<Matter.Confirmation> add(
      List<Matter.Confirmation> all, List<Matter.Confirmation> given, String side, String hash) {
    given.stream()
        .filter(one -> one.side().equals(side) && one.hash().equals(hash))
        .forEach(all::add);
    return all;
  }

  private static String hash(List<Matter.Utterance> said) {
    JsonArray lines = new JsonArray();
    said.forEach(one -> lines.add(entry(one)));
    return Hash.of(lines.encode()).value();
  }

  private static JsonObject entry(Matter.Utterance said) {
    JsonObject json =
        new JsonObject()
            .put("at", said.at().toString())
            .put("speaker", said.speaker())
            .put("text", said.text());
    if (said.toSide() != null) {
      json.put("toSide", said.toSide());
    }
    return said.source() == null ? json : json.put("source", said.source());
  }

  private static JsonObject view(Kind kind, Page page, List<Matter.Confirmation> given) {
    JsonArray entries = new JsonArray();
    page.said().forEach(one -> entries.add(entry(one)));
    JsonArray confirmations = new JsonArray();
    given.stream()
        .filter(one -> one.side().equals(page.side()))
        .forEach(
            one ->
                confirmations.add(
                    new JsonObject()
                        .put("name", one.name())
                        .put("at", one.at().toString())
                        .put("stands", one.hash().equals(page.hash()))));
    return new JsonObject()
        .put("record", kind.name())
        .put("side", page.side())
        .put("hash", page.hash())
        .put("entries", entries)
        .put("confirmations", confirmations);
  }
}
