package org.yilian.documents;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A signature as it was drawn with a finger.
 *
 * @param strokes each a line of points in canvas units, x to the right and y downwards
 */
public record InkDrawing(List<List<Point>> strokes) {
  private static final int HEIGHT = 220;
  private static final int LONGEST = 900;
  private static final int MARGIN = 12;
  private static final float PEN = 6.5f;

  /** One place of the finger. */
  public record Point(double x, double y) {
    public Point {
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new IllegalArgumentException("a point is two finite numbers");
      }
    }
  }

  public InkDrawing {
    strokes = strokes.stream().map(List::copyOf).filter(stroke -> !stroke.isEmpty()).toList();
    if (strokes.isEmpty()) {
      throw new IllegalArgumentException("nothing was drawn");
    }
  }

  /**
   * Black on white, cropped to what was drawn, as a PNG for a document; in RGB, which goes into a
   * PDF as it is, while grey would be decoded and packed anew.
   */
  public byte[] png() {
    Path2D.Double path = path();
    double width = Math.max(path.getBounds2D().getWidth(), 1);
    double height = Math.max(path.getBounds2D().getHeight(), 1);
    double scale = Math.min((HEIGHT - 2.0 * MARGIN) / height, (LONGEST - 2.0 * MARGIN) / width);
    BufferedImage picture =
        new BufferedImage(
            (int) Math.ceil(width * scale) + 2 * MARGIN,
            (int) Math.ceil(height * scale) + 2 * MARGIN,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    pen.setColor(Color.BLACK);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.translate(MARGIN, MARGIN);
    pen.scale(scale, scale);
    pen.translate(-path.getBounds2D().getX(), -path.getBounds2D().getY());
    float thickness = (float) (PEN / scale);
    pen.setStroke(new BasicStroke(thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(path);
    pen.dispose();
    return Png.write(picture);
  }

  /** Runs through the middle of each pair of points, which rounds the corners of a fast hand. */
  private Path2D.Double path() {
    Path2D.Double path = new Path2D.Double();
    for (List<Point> stroke : strokes) {
      Point last = stroke.get(0);
      path.moveTo(last.x(), last.y());
      for (Point point : stroke) {
        path.quadTo(last.x(), last.y(), (last.x() + point.x()) / 2, (last.y() + point.y()) / 2);
        last = point;
      }
      path.lineTo(last.x(), last.y());
    }
    return path;
  }
}
