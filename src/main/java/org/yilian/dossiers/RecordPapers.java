package org.yilian.dossiers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.yilian.calendar.Deadlines;
import org.yilian.disputes.Party;
import org.yilian.kernel.Texts;
import org.yilian.rooms.MemberRole;

/** The papers that are made from what the record of a mediation says. */
final class RecordPapers {
  private static final Texts STAFF = Texts.of("staff");
  private static final Texts LEDGER = Texts.of("ledger");

  private final Matter matter;
  private final LocalDate today;
  private final UnaryOperator<String> drawable;

  /**
   * @param drawable makes what people wrote fit for the fonts
   */
  RecordPapers(Matter matter, LocalDate today, UnaryOperator<String> drawable) {
    this.matter = matter;
    this.today = today;
    this.drawable = drawable;
  }

  List<Paper> all() {
    List<Paper> papers = new ArrayList<>();
    papers.add(register());
    papers.add(notice());
    papers.addAll(consents());
    papers.add(identities());
    papers.addAll(records());
    facts(papers);
    matter.deliveries().forEach(one -> papers.add(service(one)));
    papers.add(sealedList());
    return papers;
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    values.put("organisation", matter.mediation().host().name());
    return values;
  }

  private List<Party> parties() {
    return matter.mediation().parties();
  }

  private String cause() {
    return drawable.apply(matter.mediation().dispute().cause());
  }

  private static Paper made(
      ItemKind kind, LocalDate day, String template, Map<String, Object> values) {
    return new Paper.Made(kind, kind.title(), day, template, values);
  }

  private Paper register() {
    var dispute = matter.mediation().dispute();
    LocalDate day = Deadlines.dateOf(dispute.createdAt());
    Map<String, Object> values = values();
    values.put("number", dispute.number());
    values.put("people", People.of(parties()));
    values.put("date", day);
    values.put("source", DossierTexts.get("source." + dispute.source()));
    values.put("type", LEDGER.get("type." + dispute.type()));
    String registrar =
        matter.reporter() == null ? matter.mediation().host().name() : matter.reporter();
    values.put("registrar", registrar);
    values.put(
        "facts", dispute.description() == null ? cause() : drawable.apply(dispute.description()));
    values.put("wishes", wishes());
    values.put("opinion", DossierTexts.get("opinion", matter.room().number()));
    values.put("signatures", People.named(DossierTexts.get("registrar"), registrar));
    return made(ItemKind.APPLICATION, day, "acceptance-register", values);
  }

  /** What each decided on mediating online, as it was decided. */
  private String wishes() {
    List<String> lines = new ArrayList<>();
    for (Matter.Decision decision : matter.decisions()) {
      if (decision.kind().equals("ONLINE_MEDIATION")) {
        lines.add(
            DossierTexts.get(
                "wish",
                decision.name(),
                DossierTexts.get("given." + decision.given()),
                Deadlines.dateOf(decision.at())));
      }
    }
    return lines.isEmpty() ? DossierTexts.get("wish.none") : String.join("\n", lines);
  }

  private Paper notice() {
    LocalDate day = Deadlines.dateOf(matter.room().createdAt());
    Map<String, Object> values = values();
    values.put("people", People.of(parties()));
    values.put("matter", cause());
    values.put("date", day);
    values.put("signatures", People.named(parties()));
    return made(ItemKind.NOTICE, day, "rights-and-duties", values);
  }

  private List<Paper> consents() {
    Map<String, List<Matter.Decision>> byPerson = new LinkedHashMap<>();
    for (Matter.Decision decision : matter.decisions()) {
      byPerson.computeIfAbsent(decision.memberId(), id -> new ArrayList<>()).add(decision);
    }
    return byPerson.values().stream().map(this::consent).toList();
  }

  private Paper consent(List<Matter.Decision> decisions) {
    Matter.Decision first = decisions.get(0);
    Instant last = decisions.stream().map(Matter.Decision::at).max(Instant::compareTo).get();
    String role = STAFF.get("role." + first.role());
    Map<String, Object> signature = new HashMap<>(Map.of("role", role, "name", first.name()));
    signature.put("method", DossierTexts.get("decided-online"));
    signature.put("signedAt", last);
    Map<String, Object> values = values();
    values.put("people", People.named(role, first.name()));
    values.put("matter", cause());
    values.put("mediators", mediators());
    values.put("items", decisions.stream().map(RecordPapers::decided).toList());
    values.put("date", Deadlines.dateOf(last));
    values.put("signatures", List.of(signature));
    String title = DossierTexts.get("titled", ItemKind.CONSENT.title(), first.name());
    return new Paper.Made(
        ItemKind.CONSENT, title, Deadlines.dateOf(last), "online-mediation-consent", values);
  }

  private static Map<String, Object> decided(Matter.Decision decision) {
    String words = STAFF.get("consent." + decision.kind());
    String about =
        decision.about() == null ? words : DossierTexts.get("titled", words, decision.about());
    return Map.of("text", about, "answer", DossierTexts.get("given." + decision.given()));
  }

  private String mediators() {
    List<String> names = matter.mediation().namesOf(MemberRole.MEDIATOR);
    return names.isEmpty() ? DossierTexts.get("nobody") : String.join("、", names);
  }

  private Paper identities() {
    Map<String, Object> values = values();
    values.put("number", matter.room().number());
    values.put("people", IdentityRows.of(matter));
    values.put("date", today);
    return made(ItemKind.IDENTITY, today, "identity-record", values);
  }

  /** 人民调解法 27: made from what all may read; talks with one side have records of their own. */
  private List<Paper> records() {
    return Matter.portions(matter.common()).stream().map(this::record).toList();
  }

  private Paper record(List<Matter.Utterance> said) {
    Instant last = said.get(said.size() - 1).at();
    Map<String, Object> values = values();
    values.put("number", matter.room().number());
    values.put("people", People.of(parties()));
    values.put("from", said.get(0).at());
    values.put("to", last);
    values.put("place", DossierTexts.get("place"));
    values.put("mediators", mediators());
    values.put("present", present());
    values.put("entries", said.stream().map(one -> RecordEntries.entry(one, drawable)).toList());
    values.put("transcribed", said.stream().anyMatch(Matter.Utterance::byMachine));
    values.put("result", matter.result());
    values.put("signatures", People.confirmed(parties(), matter.confirmations()));
    return made(ItemKind.RECORD, Deadlines.dateOf(last), "mediation-record", values);
  }

  private String present() {
    List<String> names = matter.attendees().stream().map(Matter.Attendee::name).distinct().toList();
    String all = String.join("、", names);
    return all.isEmpty() ? DossierTexts.get("nobody") : all;
  }

  private void facts(List<Paper> papers) {
    if (matter.undisputed().isEmpty()) {
      return;
    }
    Map<String, Object> values = values();
    values.put("number", matter.room().number());
    values.put("matter", cause());
    values.put("facts", matter.undisputed().stream().map(this::fact).toList());
    values.put("date", today);
    papers.add(made(ItemKind.FACTS, today, "undisputed-facts", values));
  }

  private Map<String, Object> fact(Matter.SharedFact fact) {
    List<Map<String, Object>> confirmed =
        fact.confirmed().stream()
            .map(
                one ->
                    Map.<String, Object>of("side", one.side(), "name", one.name(), "at", one.at()))
            .toList();
    return Map.of("text", drawable.apply(fact.text()), "confirmed", confirmed);
  }

  private Paper service(Matter.Delivery delivery) {
    String number =
        matter.agreements().stream()
            .filter(one -> one.id().equals(delivery.agreementId()))
            .map(Matter.Contract::number)
            .findFirst()
            .orElse("");
    Map<String, Object> values = values();
    values.put("document", DossierTexts.get("served", number));
    values.put("addressee", delivery.party());
    values.put("manner", DossierTexts.get("manner." + delivery.manner()));
    values.put("place", DossierTexts.get("service.place"));
    values.put(
        "server", delivery.by() == null ? DossierTexts.get("service.system") : delivery.by());
    values.put("reason", delivery.note());
    values.put("date", delivery.on());
    values.put("signatures", People.named(DossierTexts.get("addressee"), delivery.party()));
    String title = DossierTexts.get("titled", ItemKind.SERVICE.title(), delivery.party());
    return new Paper.Made(ItemKind.SERVICE, title, delivery.on(), "service-proof", values);
  }

  /** Titles and fingerprints, and not how much was said. */
  private Paper sealedList() {
    List<Map<String, Object>> talks = new ArrayList<>();
    for (Matter.Talk talk : matter.talks()) {
      Map<String, Object> one = new HashMap<>();
      one.put("title", DossierTexts.get("talk", talk.side()));
      one.put("room", matter.room().number());
      one.put("hash", talk.root());
      talks.add(one);
    }
    Map<String, Object> values = values();
    values.put("number", matter.room().number());
    values.put("talks", talks);
    values.put("date", today);
    return made(ItemKind.SEALED_LIST, today, "sealed-part-list", values);
  }
}
