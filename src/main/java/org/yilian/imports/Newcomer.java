package org.yilian.imports;

import java.util.List;
import java.util.Optional;
import org.yilian.identity.Organisation;
import org.yilian.identity.Person;
import org.yilian.kernel.Field;

/**
 * A member of staff as a row names him.
 *
 * @param organisation his home
 * @param serving the organisation in which he serves, or null
 * @param areaCode the area that is his own, or null
 * @param phone or null
 */
record Newcomer(
    Person person,
    Unit organisation,
    Unit serving,
    String areaCode,
    String phone,
    String password) {

  /**
   * An organisation by its name, which two areas may both have.
   *
   * @param field the column that names it
   * @param areaCode where it stands, or null where the name alone says it
   */
  record Unit(String field, String name, String areaCode) {
    private List<Organisation> of(List<Organisation> named) {
      return named.stream()
          .filter(one -> one.name().equals(name))
          .filter(one -> areaCode == null || areaCode.equals(one.areaCode()))
          .toList();
    }

    Optional<Field> fault(List<Organisation> named) {
      int found = of(named).size();
      if (found == 0) {
        return Optional.of(new Field(field, "您的辖区内没有这个单位，请先导入单位。"));
      }
      return found == 1
          ? Optional.empty()
          : Optional.of(new Field(field, "有 " + found + " 个同名的单位，请填写单位所在的区域代码。"));
    }

    String idOf(List<Organisation> named) {
      return of(named).get(0).id();
    }
  }
}
