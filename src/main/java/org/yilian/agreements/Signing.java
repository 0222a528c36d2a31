package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yilian.audit.Audit;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Sealed;
import org.yilian.identity.Caller;
import org.yilian.identity.Codes;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** Signing an agreement: each party and the mediator, everyone at his own time. */
final class Signing {
  private static final Texts TEXTS = Texts.of("notices");

  private final AgreementStore store = new AgreementStore();
  private final SignatureStore signatures = new SignatureStore();
  private final Database database;
  private final Access access;
  private final SigningRules rules;
  private final Codes codes;
  private final Ledger ledger;
  private final StoredFiles files;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Signing(
      Database database,
      Access access,
      SigningRules rules,
      Codes codes,
      Ledger ledger,
      StoredFiles files,
      Notices notices,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.rules = rules;
    this.codes = codes;
    this.ledger = ledger;
    this.files = files;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Sends the code by which a party confirms that it means to sign this text. */
  Future<Void> sendCode(Caller caller, String id) {
    return database
        .inTransaction(
            client -> access.see(client, caller, id).compose(seen -> sendCode(client, seen)))
        .onSuccess(seen -> notices.flush())
        .mapEmpty();
  }

  private Future<Access.Seen> sendCode(SqlClient client, Access.Seen seen) {
    if (!seen.viewer().ofSide()) {
      throw Refusal.notFound();
    }
    Steps.take(seen.agreement(), AgreementStatus.Step.SIGN);
    Signer signer = Signer.ofSide(seen.mediation(), seen.viewer().seat(), null);
    Sealed phone = signer.phone();
    String host = seen.mediation().host().name();
    return codes
        .issue(
            client,
            subject(seen.agreement(), signer),
            ledger.open(phone),
            code -> TEXTS.get("code", host, code))
        .map(seen);
  }

  /** A code confirms one text by one person: another version needs another. */
  private static String subject(Agreement agreement, Signer signer) {
    return "sign:" + agreement.id() + ":" + agreement.version() + ":" + signer.principalId();
  }

  /** What a signature led to. */
  private record Signed(Access.Seen seen, Signature signature, boolean fresh, boolean complete) {}

  /** Gives a signature; a second one by the same person is the first again. */
  Future<JsonObject> sign(Caller caller, String id, Form form) {
    SignedMark mark = SignedMark.read(form, "textHash");
    form.check();
    return database
        .inTransaction(client -> sign(client, caller, id, mark))
        .compose(signed -> tell(signed).map(SignatureViews.json(signed.signature())));
  }

  private Future<Signed> sign(SqlClient client, Caller caller, String id, SignedMark mark) {
    return access
        .lock(client, caller, id)
        .compose(
            seen ->
                signatures
                    .of(client, seen.agreement())
                    .map(given -> new Signatures(seen.mediation(), given))
                    .compose(given -> sign(client, seen, given, mark)));
  }

  private Future<Signed> sign(
      SqlClient client, Access.Seen seen, Signatures given, SignedMark mark) {
    Signer signer = Signer.of(seen, mark.onBehalfOf());
    if (!seen.agreement().status().known()) {
      throw Steps.wrong();
    }
    if (!mark.textHash().equals(seen.agreement().textHash())) {
      throw Refusal.conflict("text-changed", "协议文本已经不是您看到的那一份，请重新查看后再签名。");
    }
    Optional<Signature> earlier = given.of(signer.id());
    if (earlier.isPresent()) {
      return Future.succeededFuture(new Signed(seen, earlier.get(), false, false));
    }
    return rules
        .check(client, seen, signer, mark)
        .compose(allowed -> confirm(client, seen, signer, mark))
        .map(confirmed -> signature(seen.agreement(), signer, mark))
        .compose(signature -> keep(client, seen, given, signature));
  }

  /** A party on the glass confirms by SMS; a scan passes from its clerk to the agreement. */
  private Future<Void> confirm(SqlClient client, Access.Seen seen, Signer signer, SignedMark mark) {
    if (!mark.method().paper()) {
      return signer.mediator()
          ? Future.succeededFuture()
          : codes.redeem(client, subject(seen.agreement(), signer), mark.requiredCode());
    }
    Future<Void> done = Future.succeededFuture();
    String owner = seen.viewer().caller().principalId();
    for (String scan : mark.scanIds()) {
      done =
          done.compose(
              next -> files.attach(client, scan, owner, seen.agreement().facts(), "scanIds"));
    }
    return done;
  }

  private Signature signature(Agreement agreement, Signer signer, SignedMark mark) {
    return new Signature(
        agreement.id(),
        agreement.version(),
        signer.id(),
        signer.mediator() ? Signature.Role.MEDIATOR : Signature.Role.PARTY,
        signer.principalId(),
        signer.name(),
        mark.method(),
        mark.textHash(),
        mark.strokes(),
        mark.typedName(),
        mark.scanIds(),
        signer.enteredBy(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private Future<Signed> keep(
      SqlClient client, Access.Seen seen, Signatures given, Signature signature) {
    List<Signature> all = new ArrayList<>(given.given());
    all.add(signature);
    boolean complete = new Signatures(seen.mediation(), all).complete();
    String number = seen.agreement().number();
    return signatures
        .insert(client, signature)
        .compose(done -> note(client, seen, signature))
        .compose(
            done ->
                notices.tellStaff(
                    client, seen.mediation(), "signed.staff", signature.name(), number))
        .compose(done -> complete ? complete(client, seen) : Future.succeededFuture())
        .map(new Signed(seen, signature, true, complete));
  }

  private Future<Void> note(SqlClient client, Access.Seen seen, Signature signature) {
    JsonObject fact =
        new JsonObject()
            .put("version", signature.version())
            .put("signer", signature.signerId())
            .put("role", signature.role().name())
            .put("method", signature.method().name())
            .put("textHash", signature.textHash());
    String actor = seen.viewer().caller().principalId();
    return audit.append(client, seen.agreement().facts(), actor, "agreement-signed", fact);
  }

  private Future<Void> complete(SqlClient client, Access.Seen seen) {
    Agreement agreement = seen.agreement();
    AgreementStatus signed = Steps.take(agreement, AgreementStatus.Step.COMPLETE);
    Mediation mediation = seen.mediation();
    return store
        .move(client, agreement, signed)
        .compose(done -> notices.tell(client, mediation, Notices.sides(mediation), "complete"))
        .compose(done -> notices.tellStaff(client, mediation, "complete.staff", agreement.number()))
        .compose(done -> notices.sms(client, mediation));
  }

  /** Until all have signed, that one side did is for that side and for staff. */
  private Future<Void> tell(Signed signed) {
    Mediation mediation = signed.seen().mediation();
    Agreement agreement = signed.seen().agreement();
    if (!signed.fresh()) {
      return Future.succeededFuture();
    }
    boolean all = signed.complete() || signed.signature().role() == Signature.Role.MEDIATOR;
    Set<String> sides =
        all
            ? Notices.sides(mediation)
            : Set.of(mediation.party(signed.signature().signerId()).orElseThrow().side());
    return notices.changed(mediation, "agreement", agreement.id(), sides);
  }
}
