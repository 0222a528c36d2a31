package org.yilian.documents;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Draws a page as it was meant, or fails. The library would leave out a picture whose format it
 * does not know and put another font for one that is not in the file, without a word.
 */
final class FaithfulRenderer extends PDFRenderer {
  FaithfulRenderer(PDDocument document) {
    super(document);
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new Drawer(parameters);
  }

  private static final class Drawer extends PageDrawer {
    Drawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException fault)
        throws IOException {
      throw fault;
    }

    /** Words that lie unseen behind a scan need no font; Latin ones are drawn alike by any. */
    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
        throws IOException {
      RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
      boolean seen = mode.isFill() || mode.isStroke();
      if (seen && !font.isEmbedded() && !font.isStandard14()) {
        throw new IOException("the font " + font.getName() + " is not in the file");
      }
      super.showGlyph(matrix, font, code, displacement);
    }
  }
}
