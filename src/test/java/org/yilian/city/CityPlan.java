package org.yilian.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a generated city is made of. The same plan makes the same city.
 *
 * @param disputes how many, over seven months from 2026-02-07
 */
public record CityPlan(
    int districts, int streets, int communities, int grids, int disputes, long seed) {
  /** 40 districts, 1,000 streets, 11,000 communities. */
  public static CityPlan whole(int disputes) {
    return new CityPlan(40, 25, 11, 3, disputes, 20260207);
  }

  /** Two districts with two streets each: quick enough for every build. */
  public static CityPlan small(int disputes) {
    return new CityPlan(2, 2, 2, 2, disputes, 7);
  }

  static final String CITY = "5099";

  String district(int d) {
    return CITY + two(d + 1);
  }

  String street(int d, int s) {
    return district(d) + three(s + 1);
  }

  String community(int d, int s, int c) {
    return street(d, s) + three(c + 1);
  }

  String grid(int d, int s, int c, int g) {
    return community(d, s, c) + three(g + 1);
  }

  /** The code of a grid somewhere in the city. */
  String somewhere(Random random) {
    return grid(
        random.nextInt(districts),
        random.nextInt(streets),
        random.nextInt(communities),
        random.nextInt(grids));
  }

  /** Every area as code and name, each after whatever holds it. */
  List<String[]> areas() {
    List<String[]> all = new ArrayList<>();
    all.add(new String[] {CITY, "模拟市"});
    for (int d = 0; d < districts; d++) {
      all.add(new String[] {district(d), "模拟" + (d + 1) + "区"});
      for (int s = 0; s < streets; s++) {
        all.add(new String[] {street(d, s), "模拟" + (d + 1) + "区" + (s + 1) + "街道"});
        for (int c = 0; c < communities; c++) {
          all.add(new String[] {community(d, s, c), "第" + (c + 1) + "社区"});
          for (int g = 0; g < grids; g++) {
            all.add(new String[] {grid(d, s, c, g), "第" + (g + 1) + "网格"});
          }
        }
      }
    }
    return all;
  }

  private static String two(int n) {
    return "%02d".formatted(n);
  }

  private static String three(int n) {
    return "%03d".formatted(n);
  }
}
