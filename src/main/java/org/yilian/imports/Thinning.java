package org.yilian.imports;

import io.vertx.core.json.JsonArray;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Leaves out the points of a border that nobody would see on a screen (Douglas and Peucker): those
 * nearer than a part of the whole border's extent to the line through the points that stay.
 */
final class Thinning {
  private static final double SEEN = 1.0 / 600;
  private static final double GRID = 1e5;
  private static final int SMALLEST_RING = 4;

  private final double tolerance;

  private Thinning(double tolerance) {
    this.tolerance = tolerance;
  }

  /** Rings that shrink to a line are left out, but of the first polygon its outer ring stays. */
  static JsonArray of(List<List<double[][]>> polygons) {
    Thinning thinning = new Thinning(extent(polygons) * SEEN);
    JsonArray all = new JsonArray();
    for (List<double[][]> polygon : polygons) {
      JsonArray rings = new JsonArray();
      for (double[][] ring : polygon) {
        JsonArray thin = thinning.thinned(ring);
        if (thin.size() >= SMALLEST_RING) {
          rings.add(thin);
        } else if (rings.isEmpty()) {
          break;
        }
      }
      if (!rings.isEmpty()) {
        all.add(rings);
      }
    }
    return all.isEmpty() ? JsonArray.of(JsonArray.of(whole(polygons.get(0).get(0)))) : all;
  }

  private static double extent(List<List<double[][]>> polygons) {
    double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] most = {-Double.MAX_VALUE, -Double.MAX_VALUE};
    for (List<double[][]> polygon : polygons) {
      for (double[] at : polygon.get(0)) {
        for (int axis = 0; axis < 2; axis++) {
          least[axis] = Math.min(least[axis], at[axis]);
          most[axis] = Math.max(most[axis], at[axis]);
        }
      }
    }
    return Math.max(most[0] - least[0], most[1] - least[1]);
  }

  /** A ring has no ends: it is cut at its first point and at the one farthest from it. */
  private JsonArray thinned(double[][] ring) {
    BitSet stays = new BitSet(ring.length);
    int last = ring.length - 1;
    int far = farthest(ring, 0, last);
    stays.set(0);
    stays.set(last);
    stays.set(far);
    Deque<int[]> lines = new ArrayDeque<>();
    lines.add(new int[] {0, far});
    lines.add(new int[] {far, last});
    while (!lines.isEmpty()) {
      int[] line = lines.poll();
      int middle = farthest(ring, line[0], line[1]);
      if (middle > line[0] && distance(ring, line[0], line[1], middle) > tolerance) {
        stays.set(middle);
        lines.add(new int[] {line[0], middle});
        lines.add(new int[] {middle, line[1]});
      }
    }
    JsonArray thin = new JsonArray();
    stays.stream().forEach(i -> thin.add(position(ring[i])));
    return thin;
  }

  private static int farthest(double[][] ring, int from, int to) {
    int far = from;
    double most = -1;
    for (int i = from + 1; i < to; i++) {
      double distance = distance(ring, from, to, i);
      if (distance > most) {
        most = distance;
        far = i;
      }
    }
    return far;
  }

  /** From the point to the line between two others, or to where both are the same. */
  private static double distance(double[][] ring, int from, int to, int at) {
    double dx = ring[to][0] - ring[from][0];
    double dy = ring[to][1] - ring[from][1];
    double px = ring[at][0] - ring[from][0];
    double py = ring[at][1] - ring[from][1];
    double length = Math.hypot(dx, dy);
    return length == 0 ? Math.hypot(px, py) : Math.abs(dx * py - dy * px) / length;
  }

  private static JsonArray whole(double[][] ring) {
    JsonArray all = new JsonArray();
    for (double[] at : ring) {
      all.add(position(at));
    }
    return all;
  }

  private static JsonArray position(double[] at) {
    return JsonArray.of(Math.round(at[0] * GRID) / GRID, Math.round(at[1] * GRID) / GRID);
  }
}
