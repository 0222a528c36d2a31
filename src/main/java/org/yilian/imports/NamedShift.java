package org.yilian.imports;

import java.util.List;
import java.util.Map;
import org.yilian.identity.Organisation;
import org.yilian.rosters.ShiftForm;

/** A shift as a row names it: of an organisation by its name, of somebody by his account. */
record NamedShift(UnitName unit, ShiftForm.Said said) {
  /** The same with ids in place of names; of nobody where no account is called so. */
  ShiftForm.Said of(List<Organisation> named, Map<String, String> people) {
    return said.of(unit.idOf(named), people.get(said.personId()));
  }
}
