package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yilian.agreements.Concern;
import org.yilian.agreements.Mediation;
import org.yilian.db.Database;
import org.yilian.disputes.CourtLevel;
import org.yilian.disputes.DisputeType;
import org.yilian.disputes.Party;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.kernel.Refusal;

/** The courts of the installation, and which of them may confirm an agreement. */
public final class Courts {
  /** Disputes about a place: where it lies is where the thing in dispute is. */
  private static final Set<DisputeType> ABOUT_A_PLACE =
      Set.of(
          DisputeType.NEIGHBOUR,
          DisputeType.HOUSE_HOMESTEAD,
          DisputeType.FOREST_LAND,
          DisputeType.EXPROPRIATION,
          DisputeType.ENVIRONMENT,
          DisputeType.PROPERTY_MGMT);

  private final Jurisdiction jurisdiction = new Jurisdiction();
  private final Database database;
  private final Organisations organisations;

  public Courts(Database database, Organisations organisations) {
    this.database = database;
    this.organisations = organisations;
  }

  /** A court with jurisdiction over an agreement. */
  record Competent(Organisation court, Jurisdiction.Competence competence) {
    JsonObject toJson() {
      return court
          .toJson()
          .put("ground", competence.ground().name())
          .put("words", competence.words())
          .put("article", competence.article());
    }
  }

  /** Every court of the installation. */
  public Future<List<JsonObject>> list() {
    return database
        .withConnection(client -> organisations.list(client, Organisation.Kind.COURT))
        .map(found -> found.stream().map(Organisation::toJson).toList());
  }

  /** The court that was named, with the ground of its jurisdiction if it has any. */
  Future<Competent> chosen(SqlClient client, Concern concern, String courtId) {
    return competent(client, concern)
        .compose(
            competent ->
                competent.stream()
                    .filter(one -> one.court().id().equals(courtId))
                    .findFirst()
                    .map(Future::succeededFuture)
                    .orElseGet(() -> without(client, courtId)));
  }

  private Future<Competent> without(SqlClient client, String courtId) {
    return organisations
        .find(client, courtId)
        .map(found -> found.filter(one -> one.kind() == Organisation.Kind.COURT))
        .map(
            found ->
                new Competent(found.orElseThrow(() -> Refusal.field("courtId", "没有这个法院。")), null));
  }

  /** Any court with jurisdiction, else any court: for a file that goes to none. */
  Future<Competent> any(SqlClient client, Concern concern) {
    return competent(client, concern)
        .compose(
            competent ->
                competent.isEmpty()
                    ? organisations
                        .list(client, Organisation.Kind.COURT)
                        .map(all -> new Competent(first(all), null))
                    : Future.succeededFuture(first(competent)));
  }

  private static <T> T first(List<T> courts) {
    return courts.stream()
        .findFirst()
        .orElseThrow(() -> Refusal.conflict("no-court", "系统里还没有登记法院。"));
  }

  Future<List<Competent>> competent(SqlClient client, Concern concern) {
    return organisations
        .list(client, Organisation.Kind.COURT)
        .map(courts -> competent(concern.mediation(), courts));
  }

  private List<Competent> competent(Mediation mediation, List<Organisation> courts) {
    Map<String, Organisation> byId =
        courts.stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
    List<Jurisdiction.Court> known =
        courts.stream()
            .map(
                court ->
                    new Jurisdiction.Court(
                        court.id(),
                        court.name(),
                        court.district(),
                        "INTERMEDIATE".equals(court.courtLevel())
                            ? CourtLevel.INTERMEDIATE
                            : CourtLevel.BASIC))
            .toList();
    return jurisdiction.of(matter(mediation), known).stream()
        .map(competence -> new Competent(byId.get(competence.courtId()), competence))
        .toList();
  }

  private static Jurisdiction.Matter matter(Mediation mediation) {
    List<Jurisdiction.Domicile> homes = new ArrayList<>();
    mediation.parties().forEach(party -> homes.addAll(homes(party)));
    DisputeType type = mediation.dispute().type();
    return new Jurisdiction.Matter(
        type,
        homes,
        mediation.organisations().stream()
            .flatMap(one -> Stream.of(one.district(), one.address()))
            .filter(Objects::nonNull)
            .toList(),
        ABOUT_A_PLACE.contains(type) ? mediation.dispute().address() : null,
        mediation.dispute().referringCourtId(),
        mediation.dispute().courtLevel() == CourtLevel.INTERMEDIATE);
  }

  /** The registered household, and where the party lives for longer (民诉法解释 3, 4). */
  private static List<Jurisdiction.Domicile> homes(Party party) {
    return Stream.of(party.domicile(), party.habitualResidence())
        .filter(Objects::nonNull)
        .map(place -> new Jurisdiction.Domicile(party.knownAs(), place))
        .toList();
  }
}
