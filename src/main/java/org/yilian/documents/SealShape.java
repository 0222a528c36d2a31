package org.yilian.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A round red seal: a ring, a star, the organisation's name along the upper arc. */
final class SealShape {
  static final Color RED = new Color(0xC8, 0x10, 0x18);
  private static final String DEMO = "演示";
  private static final double RING = 0.94;
  private static final double STAR = 0.3;
  private static final double BASELINE = 0.64;
  private static final double SIZE = 0.25;
  private static final double WIDEST_STEP = Math.toRadians(26);
  private static final double WHOLE_ARC = Math.toRadians(286);
  private static final double DEPTH_OF_A_GLYPH = 0.12;

  private final Face face;
  private final List<Shape> shapes = new ArrayList<>();

  /**
   * @param demo writes 演示 under the star
   */
  SealShape(Face face, String organisation, boolean demo) {
    this.face = face;
    Area ring = new Area(new Ellipse2D.Double(-1, -1, 2, 2));
    ring.subtract(new Area(new Ellipse2D.Double(-RING, -RING, 2 * RING, 2 * RING)));
    shapes.add(ring);
    shapes.add(star());
    writeAlongArc(organisation.codePoints().toArray());
    if (demo) {
      writeBelow(DEMO.codePoints().toArray());
    }
  }

  /** The filled shapes, scaled into a square of this side whose corner is at 0, y upwards. */
  List<Shape> within(double side) {
    AffineTransform place = AffineTransform.getTranslateInstance(side / 2, side / 2);
    place.scale(side / 2, side / 2);
    return shapes.stream().map(place::createTransformedShape).toList();
  }

  /** The seal as a PNG on white. */
  byte[] png(int side) {
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, side, side);
    pen.setColor(RED);
    pen.translate(0, side);
    pen.scale(1, -1);
    within(side).forEach(pen::fill);
    pen.dispose();
    return Png.write(picture);
  }

  private static Shape star() {
    Path2D.Double star = new Path2D.Double();
    for (int point = 0; point < 10; point++) {
      double reach = point % 2 == 0 ? STAR : STAR * 0.382;
      double angle = Math.PI / 2 + point * Math.PI / 5;
      double x = reach * Math.cos(angle);
      double y = reach * Math.sin(angle);
      if (point == 0) {
        star.moveTo(x, y);
      } else {
        star.lineTo(x, y);
      }
    }
    star.closePath();
    return star;
  }

  /** A long name is set narrower, never in more than the arc. */
  private void writeAlongArc(int[] name) {
    double step = Math.min(WIDEST_STEP, WHOLE_ARC / name.length);
    double room = step * (BASELINE + SIZE / 2);
    double width = Math.min(SIZE, room * 0.96);
    double angle = step * (name.length - 1) / 2;
    for (int character : name) {
      AffineTransform place = AffineTransform.getRotateInstance(angle);
      place.translate(0, BASELINE + DEPTH_OF_A_GLYPH * SIZE);
      write(character, place, width, SIZE);
      angle -= step;
    }
  }

  private void writeBelow(int[] words) {
    double size = 0.22;
    double x = -size * 1.1 * (words.length - 1) / 2;
    for (int character : words) {
      write(character, AffineTransform.getTranslateInstance(x, -0.62), size, size);
      x += size * 1.1;
    }
  }

  private void write(int character, AffineTransform place, double width, double height) {
    place.scale(width, height);
    place.translate(-face.advance(character) / 2, 0);
    shapes.add(place.createTransformedShape(face.outline(character)));
  }
}
