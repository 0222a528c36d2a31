package org.yilian.documents;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/** Writes Java2D shapes as PDF path operators, so that marks need no font and no picture. */
final class PdfPath {
  private static final COSName STATE = COSName.getPDFName("ink");

  private final StringBuilder operators = new StringBuilder();
  private double x;
  private double y;

  private PdfPath() {}

  /** The operators that fill the shapes. */
  static byte[] filled(Color colour, List<Shape> shapes) {
    PdfPath path = new PdfPath();
    float[] rgb = colour.getRGBColorComponents(null);
    path.write("rg", rgb[0], rgb[1], rgb[2]);
    shapes.forEach(path::fill);
    return path.operators.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Operators under the graphics state {@link #STATE}, packed once for many documents. */
  static byte[] packed(byte[] operators) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
      out.write(("/" + STATE.getName() + " gs\n").getBytes(StandardCharsets.US_ASCII));
      out.write(operators);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Makes packed operators the content of a form, with the state that they are drawn in. */
  static void put(PDFormXObject form, PDExtendedGraphicsState state, byte[] packed) {
    PDResources resources = new PDResources();
    resources.put(STATE, state);
    form.setResources(resources);
    COSStream stream = form.getCOSObject();
    stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
    try (OutputStream out = stream.createRawOutputStream()) {
      out.write(packed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(Shape shape) {
    double[] p = new double[6];
    PathIterator path = shape.getPathIterator(null);
    for (; !path.isDone(); path.next()) {
      segment(path.currentSegment(p), p);
    }
    write(path.getWindingRule() == PathIterator.WIND_EVEN_ODD ? "f*" : "f");
  }

  private void segment(int kind, double[] p) {
    switch (kind) {
      case PathIterator.SEG_MOVETO -> to("m", p[0], p[1]);
      case PathIterator.SEG_LINETO -> to("l", p[0], p[1]);
      case PathIterator.SEG_QUADTO -> quadratic(p);
      case PathIterator.SEG_CUBICTO -> to("c", p);
      default -> write("h");
    }
  }

  /** PDF knows cubic curves only. */
  private void quadratic(double[] p) {
    to(
        "c",
        x + 2 * (p[0] - x) / 3,
        y + 2 * (p[1] - y) / 3,
        p[2] + 2 * (p[0] - p[2]) / 3,
        p[3] + 2 * (p[1] - p[3]) / 3,
        p[2],
        p[3]);
  }

  private void to(String operator, double... points) {
    write(operator, points);
    x = points[points.length - 2];
    y = points[points.length - 1];
  }

  private void write(String operator, double... operands) {
    for (double operand : operands) {
      operators.append(Math.round(operand * 1000) / 1000.0).append(' ');
    }
    operators.append(operator).append('\n');
  }
}
