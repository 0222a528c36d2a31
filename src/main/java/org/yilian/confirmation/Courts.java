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
import org.yilian.agreements.Concerns;
import org.yilian.agreements.Mediation;
import org.yilian.db.Database;
import org.yilian.disputes.CourtLevel;
import org.yilian.disputes.DisputeType;
import org.yilian.disputes.Party;
import org.yilian.identity.Caller;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;

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
  private final Concerns concerns;

  public Courts(Database database, Organisations organisations, Concerns concerns) {
    this.database = database;
    this.organisations = organisations;
    this.concerns = concerns;
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

  /**
   * The courts with jurisdiction over an agreement that the caller may see, each with its ground
   * and article; every court where no agreement is named.
   */
  public Future<List<JsonObject>> list(Caller caller, String agreementId) {
    if (agreementId == null) {
      return database
          .withConnection(client -> organisations.list(client, Organisation.Kind.COURT))
          .map(found -> found.stream().map(Organisation::toJson).toList());
    }
    return database
        .withConnection(
            client ->
                concerns
                    .of(client, caller, agreementId)
                    .compose(concern -> competent(client, concern)))
        .map(found -> found.stream().map(Competent::toJson).toList());
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
