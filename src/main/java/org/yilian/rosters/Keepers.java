package org.yilian.rosters;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.identity.Role;
import org.yilian.kernel.Refusal;

/**
 * Who keeps whose roster: a clerk that of his own organisation, a centre and an administrator those
 * of the area that they look over.
 */
final class Keepers {
  /** What has people on duty; a court has its own. */
  private static final Set<Organisation.Kind> KINDS =
      EnumSet.of(
          Organisation.Kind.MEDIATION_COMMITTEE,
          Organisation.Kind.POLICE_STATION,
          Organisation.Kind.LAW_FIRM,
          Organisation.Kind.STREET,
          Organisation.Kind.DISTRICT,
          Organisation.Kind.CITY);

  private final Organisations organisations;
  private final Areas areas;

  Keepers(Organisations organisations, Areas areas) {
    this.organisations = organisations;
    this.areas = areas;
  }

  /** The organisation if the caller keeps its roster, else 404. */
  Future<Organisation> kept(SqlClient client, Caller caller, String organisationId) {
    Caller.Staff staff = caller.staff();
    Future<Look> look = areas.look(client, staff);
    Future<Organisation> organisation = organisations.get(client, organisationId);
    return Future.all(look, organisation)
        .map(
            all -> {
              if (!keeps(staff, look.result(), organisation.result())) {
                throw Refusal.notFound();
              }
              return organisation.result();
            });
  }

  /** All whose roster the caller keeps. */
  Future<List<Organisation>> all(SqlClient client, Caller caller) {
    Caller.Staff staff = caller.staff();
    return areas
        .look(client, staff)
        .compose(
            look ->
                organisations
                    .list(client, null)
                    .map(all -> all.stream().filter(one -> keeps(staff, look, one)).toList()));
  }

  /** Those of them that are called so. */
  Future<List<Organisation>> named(SqlClient client, Caller caller, List<String> names) {
    Caller.Staff staff = caller.staff();
    return areas
        .look(client, staff)
        .compose(
            look ->
                organisations
                    .named(client, names)
                    .map(all -> all.stream().filter(one -> keeps(staff, look, one)).toList()));
  }

  private static boolean keeps(Caller.Staff staff, Look look, Organisation one) {
    if (!KINDS.contains(one.kind())) {
      return false;
    }
    boolean clerk = staff.is(Role.COMMITTEE_CLERK) && one.id().equals(staff.organisationId());
    boolean above = staff.is(Role.ADMIN) || look.centre().isPresent();
    String place = one.areaCode() == null ? "" : one.areaCode();
    return clerk || above && look.oversees(place);
  }
}
