package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yilian.agreements.Concerns;
import org.yilian.agreements.Notices;
import org.yilian.agreements.Signature;
import org.yilian.agreements.SignedMark;
import org.yilian.agreements.Signer;
import org.yilian.audit.Audit;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.disputes.Ledger;
import org.yilian.identity.Caller;
import org.yilian.identity.Codes;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** Each party signs the same application, from its own phone and at its own time. */
final class CoSigning {
  private static final Texts TEXTS = Texts.of("notices");
  private static final int MAX_ADDRESS = 200;

  private final ConfirmationStore store = new ConfirmationStore();
  private final ApplicationSignatureStore signatures = new ApplicationSignatureStore();
  private final Database database;
  private final CaseFiles files;
  private final Concerns concerns;
  private final Codes codes;
  private final Ledger ledger;
  private final StoredFiles scans;
  private final Notices notices;
  private final Recorder recorder;
  private final Audit audit;
  private final Clock clock;

  CoSigning(
      Database database,
      CaseFiles files,
      Concerns concerns,
      Codes codes,
      Ledger ledger,
      StoredFiles scans,
      Notices notices,
      Recorder recorder,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.concerns = concerns;
    this.codes = codes;
    this.ledger = ledger;
    this.scans = scans;
    this.notices = notices;
    this.recorder = recorder;
    this.audit = audit;
    this.clock = clock;
  }

  /** What an applicant hands in. */
  private record Wanted(SignedMark mark, String address, boolean electronic) {
    static Wanted read(Form form) {
      SignedMark mark = SignedMark.read(form, "applicationHash");
      Boolean consent = form.flag("dataConsent");
      if (Boolean.FALSE.equals(consent)) {
        form.fault("dataConsent", "不同意把资料提供给法院，就不能提出司法确认申请。");
      }
      Form service = form.object("service");
      String address = service.optionalText("address", MAX_ADDRESS);
      Boolean electronic = service.optionalFlag("electronic");
      form.check();
      return new Wanted(mark, address, Boolean.TRUE.equals(electronic));
    }
  }

  private record Signed(CaseFile file, ApplicationSignature signature, boolean fresh) {
    boolean complete() {
      return fresh && file.missing().size() == 1;
    }
  }

  /** Sends the code by which an applicant confirms that it means to sign. */
  Future<Void> sendCode(Caller caller, String id) {
    return database
        .inTransaction(
            client -> files.see(client, caller, id).compose(file -> sendCode(client, caller, file)))
        .onSuccess(sent -> notices.flush());
  }

  private Future<Void> sendCode(SqlClient client, Caller caller, CaseFile file) {
    refuseBench(file);
    Signer signer = concerns.signer(file.concern(), caller, null);
    file.confirmation().after(ConfirmationStatus.Step.COMPLETE);
    String host = file.concern().mediation().host().name();
    String phone = ledger.open(signer.phone());
    return codes.issue(client, subject(file, signer), phone, code -> TEXTS.get("code", host, code));
  }

  private static String subject(CaseFile file, Signer signer) {
    return "apply:" + file.confirmation().id() + ":" + signer.principalId();
  }

  private static void refuseBench(CaseFile file) {
    if (file.bench()) {
      throw Refusal.notFound();
    }
  }

  /** Signs; a second signature of the same applicant is the first again. */
  Future<JsonObject> sign(Caller caller, String id, Form form) {
    Wanted wanted = Wanted.read(form);
    return database
        .inTransaction(
            client ->
                files.lock(client, caller, id).compose(file -> sign(client, caller, file, wanted)))
        .compose(signed -> changed(signed).map(ConfirmationViews.signature(signed.signature())));
  }

  private Future<Signed> sign(SqlClient client, Caller caller, CaseFile file, Wanted wanted) {
    refuseBench(file);
    SignedMark mark = wanted.mark();
    Signer signer = concerns.signer(file.concern(), caller, mark.onBehalfOf());
    if (!mark.textHash().equals(file.confirmation().applicationHash())) {
      throw Refusal.conflict("text-changed", "申请书已经不是您看到的那一份，请重新查看后再签名。");
    }
    Optional<ApplicationSignature> earlier = file.signatureOf(signer.id());
    if (earlier.isPresent()) {
      return Future.succeededFuture(new Signed(file, earlier.get(), false));
    }
    file.confirmation().after(ConfirmationStatus.Step.COMPLETE);
    return concerns
        .check(client, signer, mark)
        .compose(allowed -> confirm(client, caller, file, signer, mark))
        .map(confirmed -> signature(file, signer, wanted))
        .compose(signature -> keep(client, caller, file, signature));
  }

  private Future<Void> confirm(
      SqlClient client, Caller caller, CaseFile file, Signer signer, SignedMark mark) {
    if (!mark.method().paper()) {
      return codes.redeem(client, subject(file, signer), mark.requiredCode());
    }
    String place = "application:" + file.confirmation().id();
    Future<Void> done = Future.succeededFuture();
    for (String scan : mark.scanIds()) {
      done =
          done.compose(next -> scans.attach(client, scan, caller.principalId(), place, "scanIds"));
    }
    return done;
  }

  private ApplicationSignature signature(CaseFile file, Signer signer, Wanted wanted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    SignedMark mark = wanted.mark();
    Signature given =
        new Signature(
            file.confirmation().id(),
            1,
            signer.id(),
            Signature.Role.PARTY,
            signer.principalId(),
            signer.name(),
            mark.method(),
            mark.textHash(),
            mark.strokes(),
            mark.typedName(),
            mark.scanIds(),
            signer.enteredBy(),
            now);
    return new ApplicationSignature(given, now, wanted.address(), wanted.electronic());
  }

  private Future<Signed> keep(
      SqlClient client, Caller caller, CaseFile file, ApplicationSignature signature) {
    Signed signed = new Signed(file, signature, true);
    JsonObject fact =
        new JsonObject()
            .put("signer", signature.partyId())
            .put("method", signature.given().method().name())
            .put("applicationHash", signature.given().textHash())
            .put("dataConsent", true);
    String actor = caller.principalId();
    return signatures
        .insert(client, file.confirmation().id(), signature)
        .compose(
            done ->
                audit.append(
                    client, file.confirmation().facts(), actor, "application-signed", fact))
        .compose(
            done -> signed.complete() ? complete(client, caller, file) : tellStaff(client, signed))
        .map(signed);
  }

  private Future<Void> complete(SqlClient client, Caller caller, CaseFile file) {
    ConfirmationStatus ready = file.confirmation().after(ConfirmationStatus.Step.COMPLETE);
    HistoryStep step =
        HistoryStep.of(
            clock.instant(), ready, "COMPLETE", HistoryStep.By.PARTY, caller.principalId(), null);
    return store
        .move(client, file.confirmation(), ready)
        .compose(done -> recorder.keep(client, file, step))
        .compose(
            done ->
                notices.tellStaff(
                    client,
                    file.concern().mediation(),
                    "confirmation.complete.staff",
                    file.concern().agreement().number()));
  }

  private Future<Void> tellStaff(SqlClient client, Signed signed) {
    return notices.tellStaff(
        client,
        signed.file().concern().mediation(),
        "confirmation.signed.staff",
        signed.signature().given().name(),
        signed.file().concern().agreement().number());
  }

  /** Until all have signed, that one side did is for that side and for staff. */
  private Future<Void> changed(Signed signed) {
    if (!signed.fresh()) {
      return Future.succeededFuture();
    }
    CaseFile file = signed.file();
    if (signed.complete()) {
      return recorder.changed(file);
    }
    String side = file.concern().party(signed.signature().partyId()).side();
    return notices.changed(
        file.concern().mediation(), "confirmation", file.confirmation().id(), Set.of(side));
  }

  /** The names of those who still have to sign. */
  static List<String> missing(CaseFile file) {
    return file.missing().stream().map(party -> party.knownAs()).toList();
  }
}
