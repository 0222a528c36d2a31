package org.yilian.performance;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yilian.agreements.Concern;
import org.yilian.agreements.Concerns;
import org.yilian.calendar.Deadlines;
import org.yilian.confirmation.Confirmations;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.disputes.Party;
import org.yilian.disputes.PartyKind;
import org.yilian.documents.Documents;
import org.yilian.identity.Caller;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.kernel.Money;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;
import org.yilian.kernel.Zip;

/**
 * What a creditor takes to the court where a confirmed agreement is not performed: an application
 * to be checked and signed by him, the ruling and the agreement. Numbers are masked: the applicant
 * writes in his own.
 */
public final class EnforcementPacks {
  private static final String TEMPLATE = "enforcement-application";
  private static final Texts TEXTS = Texts.of("performance");

  private final ObligationStore store = new ObligationStore();
  private final Database database;
  private final Concerns concerns;
  private final Confirmations confirmations;
  private final Organisations organisations;
  private final Documents documents;
  private final StoredFiles files;
  private final PerformanceViews views;
  private final Clock clock;

  EnforcementPacks(PerformanceOffice.Ground on, PerformanceViews views) {
    this.database = on.database();
    this.concerns = on.concerns();
    this.confirmations = on.confirmations();
    this.organisations = on.organisations();
    this.documents = on.documents();
    this.files = on.files();
    this.views = views;
    this.clock = on.clock();
  }

  /** Everything that the application is made from. */
  private record Ground(
      Obligation obligation,
      Concern concern,
      Organisation court,
      Confirmations.Enforceable ruling,
      LocalDate today) {
    Party creditor() {
      return concern.party(obligation.creditorId());
    }

    Party debtor() {
      return concern.party(obligation.debtorId());
    }

    String part() {
      return obligation.part() == 0 ? "" : TEXTS.get("pack.part", plain(obligation.part()));
    }
  }

  /** The pack for its creditor or for those who keep the room's records, else 404. */
  public Future<Buffer> zip(Caller caller, String obligationId) {
    return database
        .withConnection(client -> ground(client, caller, obligationId))
        .compose(this::packed);
  }

  private Future<Ground> ground(SqlClient client, Caller caller, String obligationId) {
    return store
        .find(client, obligationId)
        .map(found -> found.orElseThrow(Refusal::notFound))
        .compose(
            one ->
                concerns
                    .of(client, caller, one.agreementId())
                    .map(concern -> entitled(new Concerned(concern), one))
                    .compose(concern -> ground(client, concern, one)));
  }

  private static Concern entitled(Concerned who, Obligation one) {
    boolean creditor = who.partyId() != null && who.partyId().equals(one.creditorId());
    if (!creditor && !who.keepsRecords()) {
      throw Refusal.notFound();
    }
    if (one.status() != ObligationStatus.DEFAULTED || one.creditorId() == null) {
      throw Refusal.conflict("wrong-state", "这一项没有记为逾期未履行，不能准备执行材料。");
    }
    return who.concern();
  }

  private Future<Ground> ground(SqlClient client, Concern concern, Obligation one) {
    return confirmations
        .enforceable(client, one.agreementId())
        .map(found -> found.orElseThrow(EnforcementPacks::notConfirmed))
        .compose(
            ruling ->
                organisations
                    .get(client, ruling.courtId())
                    .map(
                        court ->
                            new Ground(
                                one, concern, court, ruling, Deadlines.dateOf(clock.instant()))));
  }

  private static Refusal notConfirmed() {
    return Refusal.conflict("not-confirmed", "协议没有经法院裁定确认，不能直接申请强制执行。可以申请司法确认、另行调解或者起诉。");
  }

  private Future<Buffer> packed(Ground on) {
    Map<String, Buffer> contents = new LinkedHashMap<>();
    return documents
        .render(TEMPLATE, documents.drawable(values(on)))
        .onSuccess(made -> contents.put(TEMPLATE + ".pdf", Buffer.buffer(made.pdf())))
        .compose(made -> database.withConnection(client -> papers(client, on, contents)))
        .map(
            done -> {
              String clock = on.obligation.dueOn() == null ? "" : views.clock(on.obligation);
              contents.put("readme.txt", Buffer.buffer(TEXTS.get("pack.note", clock)));
              return Zip.listed(contents);
            });
  }

  private Future<Void> papers(SqlClient client, Ground on, Map<String, Buffer> contents) {
    return concerns
        .document(client, on.concern)
        .onSuccess(bytes -> contents.put("agreement.pdf", bytes))
        .compose(
            done ->
                on.ruling.fileId() == null
                    ? Future.succeededFuture()
                    : files
                        .bytes(client, on.ruling.fileId())
                        .onSuccess(bytes -> contents.put("ruling.pdf", bytes)))
        .mapEmpty();
  }

  private static Map<String, Object> values(Ground on) {
    String number = on.concern.agreement().number();
    Map<String, Object> values = new HashMap<>();
    values.put("court", on.court.name());
    values.put("claims", claim(on));
    values.put("facts", facts(on));
    values.put("evidence", TEXTS.get("pack.agreement", number));
    values.put("date", on.today);
    values.put("basis", basis(on));
    values.put(
        "people",
        List.of(
            person(on.creditor(), TEXTS.get("pack.role.creditor")),
            person(on.debtor(), TEXTS.get("pack.role.debtor"))));
    Map<String, Object> signature = new HashMap<>();
    signature.put("role", TEXTS.get("pack.role.creditor"));
    signature.put("name", on.creditor().knownAs());
    values.put("signatures", List.of(signature));
    return values;
  }

  private static String basis(Ground on) {
    return on.ruling.number() == null
        ? TEXTS.get("pack.basis.no-number")
        : TEXTS.get("pack.basis", on.ruling.number());
  }

  private static String claim(Ground on) {
    Obligation one = on.obligation;
    return one.amountFen() == null
        ? TEXTS.get("pack.claim.act", plain(one.clause()), one.words())
        : TEXTS.get(
            "pack.claim.money",
            new Money(one.amountFen()).figures(),
            plain(one.clause()),
            on.part());
  }

  private static String facts(Ground on) {
    String made =
        TEXTS.get(
            "pack.facts.1",
            on.concern.mediation().host().name(),
            on.concern.agreement().effectiveOn().toString(),
            on.concern.agreement().number());
    Obligation one = on.obligation;
    String broken =
        one.dueOn() == null
            ? TEXTS.get("pack.facts.2.no-day", plain(one.clause()), on.part(), on.today.toString())
            : TEXTS.get(
                "pack.facts.2",
                plain(one.clause()),
                on.part(),
                one.dueOn().toString(),
                on.today.toString());
    return made + "\n" + broken;
  }

  private static Map<String, Object> person(Party party, String role) {
    Map<String, Object> person = new HashMap<>();
    person.put("role", role);
    person.put("name", party.knownAs());
    boolean organisation = party.kind() == PartyKind.ORGANISATION;
    person.put("organisation", organisation);
    person.put("representative", party.legalRepresentative());
    if (party.idNumber() != null) {
      person.put(organisation ? "code" : "idNumber", party.idNumber().masked());
    }
    // Where a person lives is not told to the other side; a firm's seat is public.
    person.put("address", organisation ? party.domicile() : null);
    return person;
  }

  private static String plain(int n) {
    return String.valueOf(n);
  }
}
