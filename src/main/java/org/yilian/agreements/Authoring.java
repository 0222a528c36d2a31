package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilian.audit.Audit;
import org.yilian.db.Database;
import org.yilian.disputes.Numbers;
import org.yilian.disputes.Party;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/** Writing agreements and changing them, until they are proposed. The mediator's alone. */
final class Authoring {
  /** What counts as high when the same people agree again and again: 100,000 yuan. */
  private static final long HIGH_FEN = 10_000_000L;

  private final AgreementStore store = new AgreementStore();
  private final Database database;
  private final Access access;
  private final Mediations mediations;
  private final Drafting drafting;
  private final Numbers numbers;
  private final Audit audit;
  private final Clock clock;

  Authoring(
      Database database,
      Access access,
      Mediations mediations,
      Drafting drafting,
      Numbers numbers,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.mediations = mediations;
    this.drafting = drafting;
    this.numbers = numbers;
    this.audit = audit;
    this.clock = clock;
  }

  /** What was asked for, checked. */
  private record Wanted(
      AgreementForm form, AgreementScope scope, Agreement supplements, AgreementValues values) {}

  /** Begins an agreement in a room. */
  Future<Access.Seen> begin(Caller caller, String roomId, Form form) {
    return database.inTransaction(
        client ->
            mediations
                .of(client, roomId)
                .compose(mediation -> begin(client, caller, mediation, form)));
  }

  private Future<Access.Seen> begin(
      SqlClient client, Caller caller, Mediation mediation, Form form) {
    Viewer viewer = Access.viewer(caller, mediation);
    Seat seat = viewer.asMediator();
    refuseEnded(mediation);
    return wanted(client, mediation, form)
        .compose(wanted -> insert(client, mediation, seat, wanted))
        .map(agreement -> new Access.Seen(agreement, mediation, viewer));
  }

  private Future<Wanted> wanted(SqlClient client, Mediation mediation, Form form) {
    String template = form.text("template", 60);
    if (template != null && !template.equals(Agreement.TEMPLATE)) {
      form.fault("template", "应为 " + Agreement.TEMPLATE + "。");
    }
    AgreementForm kind = form.optionalWord("form", AgreementForm.class);
    AgreementScope scope = form.optionalWord("scope", AgreementScope.class);
    AgreementValues values = values(mediation, form);
    return supplemented(client, mediation, form)
        .map(
            earlier -> {
              form.check();
              return new Wanted(
                  kind == null ? AgreementForm.WRITTEN : kind,
                  scope == null ? AgreementScope.ALL : scope,
                  earlier,
                  values);
            });
  }

  private static AgreementValues values(Mediation mediation, Form form) {
    if (!form.has("values")) {
      form.fault("values", "请填写协议内容。");
      return null;
    }
    Set<String> parties = mediation.parties().stream().map(Party::id).collect(Collectors.toSet());
    return AgreementValues.read(form.object("values"), parties);
  }

  /** A supplement adds to an agreement of the same dispute that has taken effect. */
  private Future<Agreement> supplemented(SqlClient client, Mediation mediation, Form form) {
    String id = form.optionalText("supplements", 64);
    if (id == null) {
      return Future.succeededFuture();
    }
    return store
        .find(client, id)
        .recover(
            failure ->
                failure instanceof Refusal
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure))
        .map(
            earlier -> {
              if (earlier == null || !supplementable(earlier, mediation)) {
                form.fault("supplements", "应为同一纠纷中已经生效的协议。");
              }
              return earlier;
            });
  }

  private static boolean supplementable(Agreement earlier, Mediation mediation) {
    return earlier.disputeId().equals(mediation.dispute().id())
        && earlier.status() == AgreementStatus.EFFECTIVE;
  }

  private Future<Agreement> insert(SqlClient client, Mediation mediation, Seat by, Wanted wanted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return numbers
        .next(client, AgreementNumber.word(mediation.host().name()))
        .map(number -> fresh(mediation, by, wanted, number, now))
        .compose(
            agreement ->
                store
                    .insert(client, agreement)
                    .compose(done -> note(client, agreement, by, "agreement-drafted"))
                    .map(agreement));
  }

  private Agreement fresh(Mediation mediation, Seat by, Wanted wanted, String number, Instant now) {
    Agreement earlier = wanted.supplements();
    Drafting.Frame frame =
        new Drafting.Frame(
            number,
            wanted.form(),
            wanted.scope(),
            earlier == null ? null : earlier.number(),
            null,
            null,
            null);
    Draft draft = drafting.draft(mediation, frame, wanted.values());
    return new Agreement(
        Ids.fresh(),
        mediation.roomId(),
        mediation.dispute().id(),
        mediation.host().id(),
        number,
        1,
        AgreementStatus.DRAFT,
        Agreement.TEMPLATE,
        wanted.form(),
        wanted.scope(),
        earlier == null ? null : earlier.id(),
        draft.values(),
        draft.text(),
        draft.textHash(),
        draft.ink().needed(),
        draft.ink().reason(),
        by.memberId(),
        now,
        null,
        null,
        null,
        null);
  }

  /** Puts other values in the place of those of this version. */
  Future<Access.Seen> edit(Caller caller, String id, long version, Form form) {
    return database.inTransaction(
        client ->
            access
                .lock(client, caller, id)
                .compose(
                    seen -> {
                      Seat seat = seen.viewer().asMediator();
                      AgreementValues values = values(seen.mediation(), form);
                      form.check();
                      refuseStale(seen.agreement(), version);
                      Steps.take(seen.agreement(), AgreementStatus.Step.EDIT);
                      refuseEnded(seen.mediation());
                      return edit(client, seen, seat, values).map(seen);
                    }));
  }

  private Future<Void> edit(SqlClient client, Access.Seen seen, Seat by, AgreementValues values) {
    return redraft(client, seen, values)
        .map(seen.agreement()::with)
        .compose(edited -> store.edit(client, edited).map(edited))
        .compose(edited -> note(client, edited, by, "agreement-edited"));
  }

  /** The values written out and judged anew: also names may have changed since. */
  Future<Draft> redraft(SqlClient client, Access.Seen seen, AgreementValues values) {
    return frame(client, seen.agreement())
        .map(frame -> drafting.draft(seen.mediation(), frame, values));
  }

  /** What the agreement is about beside its values. */
  Future<Drafting.Frame> frame(SqlClient client, Agreement agreement) {
    Future<String> earlier =
        agreement.supplements() == null
            ? Future.succeededFuture()
            : store.find(client, agreement.supplements()).map(Agreement::number);
    Future<Integer> similar = store.similar(client, agreement, HIGH_FEN);
    Future<Instant> signedAt = store.signedAt(client, agreement);
    return Future.all(earlier, similar, signedAt)
        .map(
            all ->
                new Drafting.Frame(
                    agreement.number(),
                    agreement.form(),
                    agreement.scope(),
                    earlier.result(),
                    agreement.createdAt(),
                    agreement.status() == AgreementStatus.SIGNING ? null : signedAt.result(),
                    similar.result()));
  }

  private Future<Void> note(SqlClient client, Agreement agreement, Seat by, String kind) {
    JsonObject fact =
        JsonObject.of("version", agreement.version(), "textHash", agreement.textHash());
    return audit.append(client, agreement.facts(), by.principalId(), kind, fact);
  }

  private static void refuseStale(Agreement agreement, long version) {
    if (agreement.version() != version) {
      throw Refusal.of(412, "stale", "协议已被修改，请在最新版本上重新编辑。");
    }
  }

  static void refuseEnded(Mediation mediation) {
    if (mediation.ended()) {
      throw Refusal.conflict("room-ended", "调解已经结束，不能再起草或签署协议。");
    }
  }
}
