package org.yilian.identity;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How far somebody looks: the area that he looks over, and the units whose work is his. What it
 * means for a row is decided by the feature that owns the row.
 *
 * @param units the organisations that he belongs to or serves in, and those of whom he stands in
 *     for
 * @param homeId the organisation that he belongs to
 * @param areas those of whose rows he sees all: his own and those of whom he stands in for; one
 *     empty code where the installation has no areas
 * @param finder sees what nobody has taken up yet in {@code findsIn}
 */
public record Look(
    String personId,
    List<String> units,
    String homeId,
    Set<Role> roles,
    List<String> areas,
    boolean finder,
    String findsIn) {

  /** Nobody looks over more than the level of his role. */
  private static final Map<Role, AreaLevel> WIDEST =
      new EnumMap<>(
          Map.of(
              Role.GRID_WORKER, AreaLevel.GRID,
              Role.COMMUNITY_HEAD, AreaLevel.COMMUNITY,
              Role.STREET_CENTER, AreaLevel.STREET,
              Role.DISTRICT_CENTER, AreaLevel.DISTRICT,
              Role.CITY_CENTER, AreaLevel.CITY,
              Role.SUPERVISOR, AreaLevel.CITY,
              Role.ADMIN, AreaLevel.CITY));

  /** Who of a unit deals with what the unit was handed; others of it have no need to know. */
  private static final Set<Role> HANDLERS =
      Set.of(
          Role.GRID_WORKER,
          Role.COMMUNITY_HEAD,
          Role.STREET_POST,
          Role.STREET_CENTER,
          Role.DISTRICT_CENTER,
          Role.CITY_CENTER,
          Role.MEDIATOR,
          Role.INVITED_MEDIATOR,
          Role.COMMUNITY_POLICE,
          Role.COMMAND_ROOM,
          Role.ENFORCER);

  private static final Set<Role> FINDERS =
      Set.of(Role.MEDIATOR, Role.COMMUNITY_POLICE, Role.COMMAND_ROOM);

  public Look {
    units = List.copyOf(units);
    areas = List.copyOf(areas);
    roles = Set.copyOf(roles);
  }

  /** The names of the roles that deal with what a unit was handed. */
  public static List<String> handlers() {
    return HANDLERS.stream().map(Role::name).toList();
  }

  static Look of(
      String personId,
      List<String> units,
      String homeId,
      Set<Role> roles,
      List<String> ownAreas,
      String unitArea) {
    Optional<AreaLevel> widest =
        roles.stream().map(WIDEST::get).filter(Objects::nonNull).max(AreaLevel::compareTo);
    List<String> codes = ownAreas.isEmpty() ? List.of(unitArea) : ownAreas;
    List<String> within =
        widest.isEmpty()
            ? List.of()
            : codes.stream().filter(code -> fits(code, widest.get())).toList();
    boolean finds = roles.stream().anyMatch(FINDERS::contains);
    boolean handles = roles.stream().anyMatch(HANDLERS::contains);
    List<String> own = handles ? units : List.of();
    return new Look(personId, own, homeId, roles, within, finds, unitArea);
  }

  private static boolean fits(String code, AreaLevel widest) {
    return code.isEmpty() ? widest != AreaLevel.GRID : code.length() >= widest.digits();
  }

  /** The level whose centre he speaks for, if any: centres hand on, raise and lower. */
  public Optional<AreaLevel> centre() {
    if (areas.isEmpty()) {
      return Optional.empty();
    }
    if (roles.contains(Role.CITY_CENTER)) {
      return Optional.of(AreaLevel.CITY);
    }
    if (roles.contains(Role.DISTRICT_CENTER)) {
      return Optional.of(AreaLevel.DISTRICT);
    }
    return roles.contains(Role.STREET_CENTER) ? Optional.of(AreaLevel.STREET) : Optional.empty();
  }

  /** Whether the place is in the area that he looks over. */
  public boolean oversees(String placeCode) {
    return areas.stream().anyMatch(area -> holds(area, placeCode));
  }

  private static boolean holds(String area, String place) {
    return area.isEmpty() ? place.isEmpty() : place.startsWith(area);
  }
}
