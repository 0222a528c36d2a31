package org.yilian.agreements;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws the strokes of a signature as a picture of ours; a picture sent by a client is no proof.
 */
public final class SignaturePicture {
  private static final int LONGER_SIDE = 600;
  private static final float PEN = 5f;

  private SignaturePicture() {}

  /** A PNG on a transparent ground, at most 600 dots wide or high. Costs milliseconds of CPU. */
  public static byte[] png(Strokes strokes) {
    double scale = LONGER_SIDE / Math.max(strokes.width(), strokes.height());
    int width = Math.max(1, (int) Math.round(strokes.width() * scale));
    int height = Math.max(1, (int) Math.round(strokes.height() * scale));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    strokes.lines().stream()
        .filter(line -> !line.isEmpty())
        .forEach(line -> pen.draw(path(line, scale)));
    pen.dispose();
    return encoded(image);
  }

  private static Path2D path(List<Strokes.Point> line, double scale) {
    Path2D path = new Path2D.Double();
    path.moveTo(line.get(0).x() * scale, line.get(0).y() * scale);
    line.forEach(point -> path.lineTo(point.x() * scale, point.y() * scale));
    return path;
  }

  private static byte[] encoded(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
