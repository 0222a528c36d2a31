package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.identity.Role;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** Agreements from the first draft to the seal: what routes call. */
public final class Agreements {
  private final AgreementStore store = new AgreementStore();
  private final SignatureStore signatures = new SignatureStore();
  private final MarkStore marks = new MarkStore();
  private final Echoes echoes = new Echoes();
  private final Database database;
  private final Access access;
  private final Mediations mediations;
  private final Authoring authoring;
  private final Drafting drafting;
  private final AgreementViews views;
  private final AgreementSteps steps;
  private final Notices notices;

  Agreements(
      Database database,
      Access access,
      Mediations mediations,
      Authoring authoring,
      Drafting drafting,
      AgreementViews views,
      AgreementSteps steps,
      Notices notices) {
    this.database = database;
    this.access = access;
    this.mediations = mediations;
    this.authoring = authoring;
    this.drafting = drafting;
    this.views = views;
    this.steps = steps;
    this.notices = notices;
  }

  /** Begins an agreement in a room. */
  public Future<JsonObject> begin(Caller caller, String roomId, Form form) {
    return authoring
        .begin(caller, roomId, form)
        .onSuccess(this::changed)
        .compose(seen -> find(caller, seen.agreement().id()));
  }

  /**
   * Changes the values of a draft, or of one that was returned.
   *
   * @param version the one that the change is based on; 412 {@code stale} for any other
   */
  public Future<JsonObject> edit(Caller caller, String id, long version, Form form) {
    return authoring
        .edit(caller, id, version, form)
        .onSuccess(this::changed)
        .compose(seen -> find(caller, id));
  }

  private void changed(Access.Seen seen) {
    changed(seen, Notices.sides(seen.mediation()));
  }

  private void changed(Access.Seen seen, Set<String> sides) {
    String id = seen.agreement().id();
    if (seen.agreement().status().known()) {
      notices.changed(seen.mediation(), "agreement", id, sides);
    } else {
      notices.draftChanged(seen.mediation(), id);
    }
  }

  /** The agreement as this caller may see it, else 404. */
  public Future<JsonObject> find(Caller caller, String id) {
    return database.withConnection(
        client -> access.see(client, caller, id).compose(seen -> view(client, seen)));
  }

  private Future<JsonObject> view(SqlClient client, Access.Seen seen) {
    Agreement agreement = seen.agreement();
    Future<List<Signature>> given = signatures.of(client, agreement);
    Future<SignatureStore.RefusalRow> refusal = signatures.lastRefusal(client, agreement.id());
    Future<List<JsonObject>> marked = marks.of(client, agreement);
    Future<Drafting.Frame> frame = authoring.frame(client, agreement);
    Future<List<Finding>> repeated = echoes.of(client, seen);
    return Future.all(given, refusal, marked, frame, repeated)
        .map(
            all ->
                views.json(
                    seen,
                    new AgreementViews.Surroundings(
                        new Signatures(seen.mediation(), given.result()),
                        agreement.status() == AgreementStatus.EFFECTIVE ? null : refusal.result(),
                        joined(
                            drafting.findings(
                                seen.mediation(), frame.result(), agreement.values(), null),
                            repeated.result()),
                        marked.result())));
  }

  private static List<Finding> joined(List<Finding> some, List<Finding> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /** The agreements of a room that this caller may see; 404 if it may not see the room. */
  public Future<List<JsonObject>> ofRoom(Caller caller, String roomId) {
    return database.withConnection(
        client ->
            mediations
                .of(client, roomId)
                .compose(
                    mediation -> {
                      Viewer viewer = Access.viewer(caller, mediation);
                      if (viewer.seat() == null && !viewer.clerk()) {
                        throw Refusal.notFound();
                      }
                      return store.ofRoom(client, roomId);
                    })
                .compose(found -> visible(client, caller, found)));
  }

  /**
   * Those that a clerk of the host, or staff of the room, may see, newest first.
   *
   * @param after the {@code next} of the page before, or null
   * @return {@code {items, next?}}
   */
  public Future<JsonObject> list(Caller caller, String status, String after, int limit) {
    Caller.Staff staff = caller.staff();
    AgreementStatus wanted = status(status);
    String host = caller.is(Role.COMMITTEE_CLERK) ? staff.organisationId() : null;
    return database.withConnection(
        client ->
            store
                .listed(client, host, staff.principalId(), wanted, after, limit)
                .compose(
                    found ->
                        visible(client, caller, found).map(items -> page(items, found, limit))));
  }

  private static JsonObject page(List<JsonObject> items, List<Agreement> found, int limit) {
    JsonObject page = JsonObject.of("items", new JsonArray(items));
    return found.size() < limit ? page : page.put("next", found.get(limit - 1).id());
  }

  private static AgreementStatus status(String word) {
    for (AgreementStatus status : AgreementStatus.values()) {
      if (status.name().equals(word)) {
        return status;
      }
    }
    if (word != null) {
      throw Refusal.field("status", "没有这样的协议状态。");
    }
    return null;
  }

  /** Everything passes the one function that decides, also what a query has chosen. */
  private Future<List<JsonObject>> visible(SqlClient client, Caller caller, List<Agreement> found) {
    List<JsonObject> items = new ArrayList<>();
    Future<Void> done = Future.succeededFuture();
    for (Agreement agreement : found) {
      done = done.compose(next -> visible(client, caller, agreement, items));
    }
    return done.map(items);
  }

  private Future<Void> visible(
      SqlClient client, Caller caller, Agreement agreement, List<JsonObject> items) {
    return access
        .see(client, caller, agreement.id())
        .compose(seen -> view(client, seen))
        .<Void>map(
            json -> {
              items.add(json);
              return null;
            })
        .recover(
            failure ->
                failure instanceof Refusal
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure));
  }

  /** Puts the text before the parties; an oral agreement is recorded and in effect. */
  public Future<JsonObject> propose(Caller caller, String id) {
    return steps.proposals().propose(caller, id).compose(done -> find(caller, id));
  }

  /** Sends a party the code by which it signs. */
  public Future<Void> sendCode(Caller caller, String id) {
    return steps.signing().sendCode(caller, id);
  }

  /** Signs; answers with the signature. */
  public Future<JsonObject> sign(Caller caller, String id, Form form) {
    return steps.signing().sign(caller, id, form);
  }

  /** Declines to sign: the agreement goes back to the room. */
  public Future<JsonObject> decline(Caller caller, String id, Form form) {
    return steps.declining().decline(caller, id, form).compose(done -> find(caller, id));
  }

  /** Seals; the agreement is in effect. */
  public Future<JsonObject> seal(Caller caller, String id) {
    return steps.sealing().seal(caller, id).compose(done -> find(caller, id));
  }

  /** A lawyer's mark on a clause. */
  public Future<JsonObject> mark(Caller caller, String id, String n, Form form) {
    return steps
        .marks()
        .mark(caller, id, n, form)
        .onSuccess(seen -> changed(seen, Set.of()))
        .compose(seen -> find(caller, id));
  }

  /** A message's text for a clause. */
  public Future<JsonObject> quote(Caller caller, String id, Form form) {
    return steps.quotes().quote(caller, id, form);
  }
}
