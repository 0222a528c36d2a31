package org.yilian.imports;

import java.util.List;
import java.util.Optional;
import org.yilian.identity.Organisation;
import org.yilian.kernel.Field;

/**
 * An organisation as a row names it: by its name, which two areas may both have.
 *
 * @param field the column that names it
 * @param areaCode where it stands, or null where the name alone says it
 */
record UnitName(String field, String name, String areaCode) {
  private List<Organisation> of(List<Organisation> named) {
    return named.stream()
        .filter(one -> one.name().equals(name))
        .filter(one -> areaCode == null || areaCode.equals(one.areaCode()))
        .toList();
  }

  /**
   * What is wrong with it.
   *
   * @param named those that may be meant
   * @param absent what is said where none of them is
   */
  Optional<Field> fault(List<Organisation> named, String absent) {
    int found = of(named).size();
    if (found == 0) {
      return Optional.of(new Field(field, absent));
    }
    return found == 1
        ? Optional.empty()
        : Optional.of(new Field(field, "有 " + found + " 个同名的单位，请填写单位所在的区域代码。"));
  }

  /** The one that is meant, where nothing is wrong with it. */
  String idOf(List<Organisation> named) {
    return of(named).get(0).id();
  }
}
