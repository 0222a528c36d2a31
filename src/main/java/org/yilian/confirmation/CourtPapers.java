package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yilian.agreements.Agreement;
import org.yilian.agreements.Concern;
import org.yilian.agreements.Mediation;
import org.yilian.agreements.Papers;
import org.yilian.agreements.SealUse;
import org.yilian.agreements.SealedPaper;
import org.yilian.agreements.Seals;
import org.yilian.calendar.Deadlines;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Party;
import org.yilian.documents.Documents;
import org.yilian.documents.Rendered;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;
import org.yilian.rooms.MemberRole;

/** The PDFs that go to the court. */
public final class CourtPapers {
  static final String APPLICATION = "confirmation-application";
  static final String CERTIFICATE = "mediation-certificate";
  static final String ADDRESS = "address-for-service";
  static final String COVER_LETTER = "cover-letter";
  private static final Texts TEXTS = Texts.of("confirmation");

  private final Vertx vertx;
  private final Documents documents;
  private final Seals seals;
  private final Ledger ledger;
  private final String verifyUrl;

  public CourtPapers(
      Vertx vertx, Documents documents, Seals seals, Ledger ledger, String verifyUrl) {
    this.vertx = vertx;
    this.documents = documents;
    this.seals = seals;
    this.ledger = ledger;
    this.verifyUrl = verifyUrl;
  }

  /**
   * The form with every character that no font has told by its number: what people called their
   * dispute must not keep them from the court, and what is signed must be what is printed.
   */
  JsonObject drawable(JsonObject form) {
    return new JsonObject(documents.drawable(form.getMap()));
  }

  /** The words that the applicants sign, out of the template itself. */
  Future<String> wording(Concern concern, JsonObject form) {
    Map<String, Object> values = ApplicationForm.values(form);
    values.put("verifyUrl", verifyUrl);
    values.put("signatures", unsigned(concern.mediation().parties()));
    return documents.wording(APPLICATION, values);
  }

  /**
   * The application with the signatures that there are. Its words are those that were signed, or it
   * is not made: 409 {@code text-changed} where the template was edited meanwhile.
   */
  Future<Rendered> application(CaseFile file) {
    return vertx
        .executeBlocking(() -> marks(file))
        .map(
            marks -> {
              Map<String, Object> values = ApplicationForm.values(file.confirmation().form());
              values.put("verifyUrl", verifyUrl);
              values.put("signatures", marks);
              values.put("textHash", file.confirmation().applicationHash());
              return values;
            })
        .compose(values -> asSigned(file, values))
        .compose(values -> documents.render(APPLICATION, values));
  }

  private Future<Map<String, Object>> asSigned(CaseFile file, Map<String, Object> values) {
    return documents
        .wording(APPLICATION, values)
        .map(
            words -> {
              if (!words.equals(file.confirmation().application())) {
                throw Refusal.conflict("text-changed", TEXTS.get("template-changed"));
              }
              return values;
            });
  }

  private static List<Map<String, Object>> marks(CaseFile file) {
    List<Map<String, Object>> marks = new ArrayList<>();
    for (Party party : file.concern().mediation().parties()) {
      marks.add(
          file.signatureOf(party.id())
              .map(signature -> mark(signature, party))
              .orElseGet(() -> unsigned(List.of(party)).get(0)));
    }
    return marks;
  }

  private static Map<String, Object> mark(ApplicationSignature signature, Party party) {
    Map<String, Object> mark = Papers.mark(signature.given(), party.knownAs());
    mark.put("role", TEXTS.get("role.applicant"));
    return mark;
  }

  private static List<Map<String, Object>> unsigned(List<Party> parties) {
    List<Map<String, Object>> marks = new ArrayList<>();
    for (Party party : parties) {
      Map<String, Object> mark = new HashMap<>();
      mark.put("role", TEXTS.get("role.applicant"));
      mark.put("name", party.knownAs());
      marks.add(mark);
    }
    return marks;
  }

  /**
   * The certificate that the host mediated, under its seal.
   *
   * @param court the court it is made out to, or empty while none was chosen
   * @param clerk who has it sealed
   */
  Future<SealedPaper> certificate(
      Concern concern, Optional<String> court, LocalDate today, String clerk) {
    Map<String, Object> values = certificateValues(concern, court, today);
    String number = (String) values.get("number");
    return sealed(use(concern, CERTIFICATE, number, clerk), values);
  }

  private Future<SealedPaper> sealed(SealUse use, Map<String, Object> values) {
    return documents
        .render(use.template(), documents.drawable(values))
        .compose(paper -> seals.seal(paper, use));
  }

  private static SealUse use(Concern concern, String template, String number, String clerk) {
    return new SealUse(
        concern.mediation().host(), template, number, concern.agreement().id(), clerk);
  }

  /**
   * What the host asks the court to mind, such as that two people are not called into one room. For
   * the court alone: both applicants read the application.
   */
  Future<SealedPaper> coverLetter(CaseFile file, String courtNote, LocalDate today, String clerk) {
    Concern concern = file.concern();
    String number = concern.agreement().number();
    Map<String, Object> values = new HashMap<>();
    values.put("organisation", concern.mediation().host().name());
    values.put("contact", concern.mediation().host().phone());
    values.put("court", file.court().name());
    values.put("agreementNumber", number);
    values.put("courtNote", courtNote);
    values.put("issuedOn", today);
    values.put("verifyUrl", verifyUrl);
    return sealed(use(concern, COVER_LETTER, number, clerk), values);
  }

  private static String certificateNumber(Agreement agreement) {
    return TEXTS.get("certificate.number", agreement.number());
  }

  private Map<String, Object> certificateValues(
      Concern concern, Optional<String> court, LocalDate today) {
    Agreement agreement = concern.agreement();
    Mediation mediation = concern.mediation();
    Map<String, Object> values = new HashMap<>();
    values.put("number", certificateNumber(agreement));
    values.put("organisation", mediation.host().name());
    values.put("organisationAddress", mediation.host().address());
    values.put("contact", mediation.host().phone());
    values.put("court", court.orElse(TEXTS.get("certificate.court")));
    values.put("parties", mediation.parties().stream().map(CourtPapers::named).toList());
    values.put("matter", mediation.dispute().cause());
    values.put("mediators", mediators(concern));
    values.put("mediatedFrom", mediatedFrom(mediation));
    values.put("agreementNumber", agreement.number());
    values.put("agreedOn", ApplicationForm.agreedOn(concern));
    values.put("effectiveOn", agreement.effectiveOn());
    values.put(
        "agreementHash", agreement.document() == null ? null : agreement.document().sha256());
    values.put("issuedOn", today);
    values.put("verifyUrl", verifyUrl);
    return values;
  }

  private static LocalDate mediatedFrom(Mediation mediation) {
    return Deadlines.dateOf(
        mediation.openedAt() == null ? mediation.dispute().createdAt() : mediation.openedAt());
  }

  private static Map<String, Object> named(Party party) {
    return Map.of("role", TEXTS.get("role.party"), "name", party.knownAs());
  }

  private static List<Map<String, Object>> mediators(Concern concern) {
    String name =
        concern
            .mediatorSignature()
            .map(signature -> signature.name())
            .orElseGet(() -> String.join("、", concern.mediation().namesOf(MemberRole.MEDIATOR)));
    return List.of(Map.of("name", name));
  }

  /** Where the court reaches one applicant; whole, and for the court alone. */
  Future<Rendered> address(CaseFile file, Party party) {
    return vertx
        .executeBlocking(() -> mark(file.signatureOf(party.id()).orElseThrow(), party))
        .compose(mark -> documents.render(ADDRESS, drawn(file, party, mark)));
  }

  private Map<String, Object> drawn(CaseFile file, Party party, Map<String, Object> mark) {
    return documents.drawable(addressValues(file, party, mark));
  }

  private Map<String, Object> addressValues(CaseFile file, Party party, Map<String, Object> mark) {
    ApplicationSignature signature = file.signatureOf(party.id()).orElseThrow();
    String phone = party.phone() == null ? TEXTS.get("address.none") : ledger.open(party.phone());
    Map<String, Object> values = new HashMap<>();
    values.put("court", file.court().name());
    values.put("matter", TEXTS.get("matter", file.concern().agreement().number()));
    values.put("role", TEXTS.get("role.applicant"));
    values.put("name", party.knownAs());
    values.put("idNumber", party.idNumber() == null ? null : ledger.open(party.idNumber()));
    values.put("recipient", signature.given().name());
    values.put("address", address(signature, party));
    values.put("phone", phone);
    values.put("electronic", signature.electronic());
    values.put("organisation", file.concern().mediation().host().name());
    values.put("signatures", List.of(mark));
    values.put("verifyUrl", verifyUrl);
    return values;
  }

  private static String address(ApplicationSignature signature, Party party) {
    for (String known :
        new String[] {
          signature.address(), party.address(), party.habitualResidence(), party.domicile()
        }) {
      if (known != null) {
        return known;
      }
    }
    return TEXTS.get("address.none");
  }
}
