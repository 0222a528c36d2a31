package org.yilian.confirmation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The units that an address or a district names, from the largest: 重庆市, 渝北区. */
record Place(List<String> units) {
  private static final Pattern UNIT = Pattern.compile("\\G\\p{IsHan}+?(?:省|自治区|自治州|市|区|县|旗)");

  Place {
    units = List.copyOf(units);
  }

  static Place of(String text) {
    List<String> units = new ArrayList<>();
    Matcher matcher = UNIT.matcher(text == null ? "" : text.strip());
    while (matcher.find()) {
      units.add(matcher.group());
    }
    return new Place(units);
  }

  /**
   * Whether this lies in a district. Districts of one name in two cities are told apart where both
   * texts name the city.
   */
  boolean liesIn(Place district) {
    if (district.units.isEmpty()) {
      return false;
    }
    int last = district.units.size() - 1;
    int at = units.indexOf(district.units.get(last));
    if (at < 0) {
      return false;
    }
    for (int i = 1; i <= Math.min(at, last); i++) {
      String mine = units.get(at - i);
      String other = district.units.get(last - i);
      if (!mine.equals(other) && kind(mine) == kind(other)) {
        return false;
      }
    }
    return true;
  }

  private static char kind(String unit) {
    return unit.charAt(unit.length() - 1);
  }
}
