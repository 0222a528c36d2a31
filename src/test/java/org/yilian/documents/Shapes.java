package org.yilian.documents;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Outlines in words, for comparing what is drawn with what should be. */
final class Shapes {
  private Shapes() {}

  static String of(PDFont font, int code) {
    try {
      AffineTransform em = AffineTransform.getScaleInstance(0.001, 0.001);
      return describe(em.createTransformedShape(((PDType0Font) font).getPath(code)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String describe(Shape shape) {
    StringBuilder words = new StringBuilder();
    double[] p = new double[6];
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      words.append(path.currentSegment(p)).append(' ');
      words.append(Math.round(p[0] * 1000)).append(' ').append(Math.round(p[1] * 1000)).append(' ');
    }
    return words.toString();
  }
}
