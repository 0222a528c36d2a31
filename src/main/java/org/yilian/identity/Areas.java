package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yilian.calendar.Deadlines;
import org.yilian.kernel.Refusal;

/** The areas of the city, and how far a member of staff looks. */
public final class Areas {
  private final AreaStore store = new AreaStore();
  private final OutlineStore outlines = new OutlineStore();
  private final Clock clock;

  public Areas(Clock clock) {
    this.clock = clock;
  }

  public Future<Optional<Area>> find(SqlClient client, String code) {
    return store.find(client, code);
  }

  /** The areas directly within this one, or the cities where the code is empty. */
  public Future<List<Area>> within(SqlClient client, String code) {
    return store.within(client, code);
  }

  /** The area and all that hold it, the widest first. */
  public Future<List<Area>> chain(SqlClient client, String code) {
    return store.chain(client, code);
  }

  /** Those of these codes that are there. */
  public Future<Set<String>> known(SqlClient client, List<String> codes) {
    return store.known(client, codes);
  }

  /** Adds an area or renames it; the area that holds it must be there. */
  public Future<Void> put(SqlClient client, Area area) {
    return store.put(client, area);
  }

  /** Gives areas their borders, in place of those that they had. */
  public Future<Void> draw(SqlClient client, List<Outline> drawn, String by) {
    return outlines.put(client, drawn, by, clock.instant());
  }

  /** Takes borders away; tells how many there were. */
  public Future<Integer> erase(SqlClient client, List<String> codes) {
    return outlines.remove(client, codes);
  }

  /** The polygons of the areas directly within this one that have a border, by code. */
  public Future<Map<String, JsonArray>> outlines(SqlClient client, String code) {
    return outlines.within(client, code);
  }

  /** How far this member of staff looks today. */
  public Future<Look> look(SqlClient client, Caller.Staff caller) {
    return store
        .look(client, caller, Deadlines.dateOf(clock.instant()))
        .map(found -> found.orElseThrow(Refusal::notFound));
  }

  /** How far somebody looks who is not here himself. */
  public Future<Look> look(SqlClient client, Person person) {
    String none = "";
    return look(
        client,
        new Caller.Staff(
            person.id(), none, person.name(), person.roles(), person.organisationId()));
  }

  /** Of each of these duties the nearest unit that answers for it, as {@link #unit} finds it. */
  public Future<Map<String, Organisation>> units(
      SqlClient client, String areaCode, Collection<String> duties) {
    return store.units(client, areaCode, duties);
  }

  /** The unit that answers for something in the area itself or in the nearest one that holds it. */
  public Future<Optional<Organisation>> unit(SqlClient client, String areaCode, String duty) {
    return units(client, areaCode, List.of(duty))
        .map(found -> Optional.ofNullable(found.get(duty)));
  }
}
