package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.yilian.disputes.Standing;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;
import org.yilian.identity.People;
import org.yilian.identity.Person;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/** Nothing is lowered by one person alone: whom he names looks at it too, and decides. */
public final class Lowerings {
  private static final int LONGEST_NOTE = 500;

  private final LoweringStore store = new LoweringStore();
  private final Cases cases;
  private final People people;
  private final Areas areas;
  private final Clock clock;

  Lowerings(Cases cases, People people, Areas areas, Clock clock) {
    this.cases = cases;
    this.people = people;
    this.areas = areas;
    this.clock = clock;
  }

  /** How a proposal ends; one that is replaced by a later one was never decided. */
  enum Decision {
    CONFIRMED,
    REFUSED,
    REPLACED
  }

  /**
   * Proposes; until it is confirmed everything stands as it stood, and so does the centre's clock.
   * An earlier proposal gives way.
   */
  Future<Void> propose(
      Case found, Lowering.Subject subject, String to, String reason, String reviewerId) {
    Instant now = now();
    return reviewer(found, reviewerId)
        .map(
            reviewer ->
                new Lowering(
                    Ids.fresh(),
                    found.disputeId(),
                    subject,
                    subject.of(found.standing()),
                    to,
                    reason,
                    found.by().id(),
                    found.by().name(),
                    now,
                    reviewer.id(),
                    reviewer.name()))
        .compose(one -> keep(found, one, now));
  }

  private Future<Void> keep(Case found, Lowering one, Instant now) {
    return store
        .end(found.client(), found.disputeId(), Decision.REPLACED, null, now)
        .compose(done -> store.insert(found.client(), one))
        .compose(done -> cases.save(found, found.standing()))
        .compose(done -> cases.note(found, "lowering-proposed", one.fact()));
  }

  /** Another person of a centre that looks over the place. */
  private Future<Person> reviewer(Case found, String reviewerId) {
    if (reviewerId == null) {
      throw Refusal.field("reviewerId", "调低风险或层级，需要另一位中心工作人员复核，请选择复核人。");
    }
    if (reviewerId.equals(found.by().id())) {
      throw Refusal.field("reviewerId", "复核人不能是您自己。");
    }
    SqlClient client = found.client();
    return people
        .find(client, reviewerId)
        .map(person -> person.orElseThrow(Lowerings::noReviewer))
        .compose(person -> areas.look(client, person).map(look -> reviewer(found, person, look)));
  }

  private static Person reviewer(Case found, Person person, Look look) {
    if (!reviews(look, found.standing())) {
      throw noReviewer();
    }
    return person;
  }

  private static boolean reviews(Look look, Standing standing) {
    return look.centre().isPresent() && look.oversees(standing.areaCode());
  }

  private static Refusal noReviewer() {
    return Refusal.field("reviewerId", "复核人应是管辖本地的中心工作人员。");
  }

  /** The named reviewer decides: {@code {decision: CONFIRMED | REFUSED, note?, version?}}. */
  public Future<Void> decide(Caller caller, String disputeId, Form form) {
    Decision decision = form.word("decision", Decision.class);
    boolean refused = decision == Decision.REFUSED;
    String note =
        refused ? form.text("note", LONGEST_NOTE) : form.optionalText("note", LONGEST_NOTE);
    if (decision == Decision.REPLACED) {
      form.fault("decision", "请选择同意或不同意。");
    }
    form.check();
    return cases.change(
        caller,
        disputeId,
        form,
        found ->
            store
                .open(found.client(), disputeId)
                .map(open -> open.filter(one -> mayDecide(found, one)))
                .map(open -> open.orElseThrow(Refusal::notFound))
                .compose(one -> refused ? refuse(found, one, note) : confirm(found, one, note)));
  }

  /** Whoever was named, as long as he looks over the place for a centre. */
  static boolean mayDecide(Case found, Lowering one) {
    return one.reviewerId().equals(found.by().id()) && reviews(found.by().look(), found.standing());
  }

  private Future<Void> refuse(Case found, Lowering one, String note) {
    return store
        .end(found.client(), found.disputeId(), Decision.REFUSED, note, now())
        .compose(done -> cases.save(found, found.standing()))
        .compose(done -> cases.note(found, "lowering-refused", one.fact().put("note", note)));
  }

  private Future<Void> confirm(Case found, Lowering one, String note) {
    found.requireOpen();
    if (!one.fits(found.standing())) {
      throw Refusal.conflict("lowering-overtaken", "提出以后情况已经变了，请由中心重新提出。");
    }
    return cases
        .actedOn(found)
        .compose(now -> cases.save(now, one.subject().lowered(now.standing(), one.to())))
        .compose(
            done -> store.end(found.client(), found.disputeId(), Decision.CONFIRMED, note, now()))
        .compose(done -> cases.note(found, one.subject().fact, one.fact().put("note", note)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** What waits for the caller's review, of disputes that he still sees. */
  public Future<List<JsonObject>> waiting(Caller caller) {
    Caller.Staff staff = caller.staff();
    return cases
        .database()
        .withConnection(
            client ->
                store
                    .waitingFor(client, staff.principalId())
                    .compose(lines -> seen(client, staff, lines)));
  }

  private Future<List<JsonObject>> seen(
      SqlClient client, Caller.Staff staff, List<JsonObject> lines) {
    List<String> ids = lines.stream().map(line -> line.getString("disputeId")).toList();
    return cases
        .ledger()
        .look(client, staff)
        .compose(look -> cases.ledger().visibleAmong(client, look, ids))
        .map(visible -> only(lines, visible));
  }

  private static List<JsonObject> only(List<JsonObject> lines, Set<String> visible) {
    return lines.stream().filter(line -> visible.contains(line.getString("disputeId"))).toList();
  }
}
