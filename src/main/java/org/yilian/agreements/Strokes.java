package org.yilian.agreements;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.yilian.documents.InkDrawing;
import org.yilian.kernel.Form;

/**
 * A signature as it was drawn: strokes of points on a canvas. Times are milliseconds, and stay as
 * evidence of how it was drawn.
 */
public record Strokes(List<List<Point>> lines, double width, double height) {
  private static final int MAX_STROKES = 400;
  private static final int MAX_POINTS = 20_000;
  private static final double MAX_SIDE = 10_000;

  /** A drawn line shorter than this share of the canvas is a slip of the finger, not a name. */
  private static final double SHORTEST = 0.02;

  public Strokes {
    lines = List.copyOf(lines);
  }

  /** Where the pen was, and when. */
  record Point(double x, double y, long t) {
    InkDrawing.Point place() {
      return new InkDrawing.Point(x, y);
    }
  }

  /** Reads {@code strokes} and {@code canvas}; null when they are faulty, which the form tells. */
  public static Strokes read(Form form) {
    List<List<Point>> lines = new ArrayList<>();
    int points = 0;
    for (Object stroke : form.array("strokes", MAX_STROKES)) {
      List<Point> line = line(stroke);
      points += line == null ? MAX_POINTS + 1 : line.size();
      if (points > MAX_POINTS) {
        form.fault("strokes", "签名笔迹的格式不对，请清除后重新签名。");
        return null;
      }
      lines.add(line);
    }
    return checked(form, lines);
  }

  private static Strokes checked(Form form, List<List<Point>> lines) {
    double[] canvas = canvas(form, lines);
    if (canvas == null) {
      return null;
    }
    Strokes strokes = new Strokes(lines, canvas[0], canvas[1]);
    if (!strokes.within()) {
      form.fault("strokes", "签名笔迹超出了签名区，请重新签名。");
      return null;
    }
    if (strokes.length() < SHORTEST * Math.max(canvas[0], canvas[1])) {
      form.fault("strokes", "还没有签名，请在签名区写下您的姓名。");
      return null;
    }
    return strokes;
  }

  private static double[] canvas(Form form, List<List<Point>> lines) {
    if (!form.has("canvas")) {
      return new double[] {most(lines, true), most(lines, false)};
    }
    Form canvas = form.object("canvas");
    Double width = canvas.optionalDecimal("width", 1, MAX_SIDE);
    Double height = canvas.optionalDecimal("height", 1, MAX_SIDE);
    if (width == null && !canvas.has("width") || height == null && !canvas.has("height")) {
      form.fault("canvas", "请写明签名区的宽和高。");
    }
    return width == null || height == null ? null : new double[] {width, height};
  }

  private static double most(List<List<Point>> lines, boolean across) {
    return lines.stream()
        .flatMap(List::stream)
        .mapToDouble(point -> across ? point.x() : point.y())
        .map(side -> Math.min(side, MAX_SIDE))
        .reduce(1, Math::max);
  }

  private static List<Point> line(Object stroke) {
    if (!(stroke instanceof JsonArray)) {
      return null;
    }
    List<Point> line = new ArrayList<>();
    for (Object item : (JsonArray) stroke) {
      Point point = item instanceof JsonObject ? point((JsonObject) item) : null;
      if (point == null) {
        return null;
      }
      line.add(point);
    }
    return line;
  }

  private static Point point(JsonObject json) {
    Object x = json.getValue("x");
    Object y = json.getValue("y");
    Object t = json.getValue("t", 0);
    if (!(x instanceof Number && y instanceof Number && t instanceof Number)) {
      return null;
    }
    return new Point(
        ((Number) x).doubleValue(), ((Number) y).doubleValue(), ((Number) t).longValue());
  }

  /** A pen may slip over the edge, but not far. */
  private boolean within() {
    double slack = 0.1 * Math.max(width, height);
    return lines.stream()
        .flatMap(List::stream)
        .allMatch(
            point ->
                point.x() >= -slack
                    && point.x() <= width + slack
                    && point.y() >= -slack
                    && point.y() <= height + slack);
  }

  /** How far the pen went while it was down: nothing for a dot. */
  private double length() {
    double length = 0;
    for (List<Point> line : lines) {
      for (int i = 1; i < line.size(); i++) {
        Point a = line.get(i - 1);
        Point b = line.get(i);
        length += Math.hypot(b.x() - a.x(), b.y() - a.y());
      }
    }
    return length;
  }

  /** As it came in, to be kept. */
  public JsonObject toJson() {
    JsonArray strokes = new JsonArray();
    for (List<Point> line : lines) {
      JsonArray points = new JsonArray();
      line.forEach(p -> points.add(JsonObject.of("x", p.x(), "y", p.y(), "t", p.t())));
      strokes.add(points);
    }
    JsonObject canvas = JsonObject.of("width", width, "height", height);
    return JsonObject.of("strokes", strokes, "canvas", canvas);
  }

  /** As it is drawn into a document. */
  public InkDrawing drawing() {
    return new InkDrawing(
        lines.stream().map(line -> line.stream().map(Point::place).toList()).toList());
  }

  /** What was kept. */
  public static Strokes stored(JsonObject json) {
    return read(Form.of(json));
  }
}
