package org.yilian.documents;

import com.openhtmltopdf.pdfboxout.PagePosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** The place where the seal will stand: an empty signature field, known to the tagged structure. */
final class SealField {
  static final String NAME = "seal";
  private static final String TOLD = "调解组织印章";

  private SealField() {}

  static void add(PDDocument pdf, PagePosition<?> box) {
    try {
      PDAcroForm form = new PDAcroForm(pdf);
      pdf.getDocumentCatalog().setAcroForm(form);
      form.setDefaultResources(new PDResources());
      PDSignatureField field = new PDSignatureField(form);
      field.setPartialName(NAME);
      field.setAlternateFieldName(TOLD);
      form.setFields(List.of(field));
      PDPage page = pdf.getPage(box.getPageNo());
      PDAnnotationWidget widget = widget(pdf, field, page, box);
      page.setAnnotations(List.of(widget));
      page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
      describe(pdf.getDocumentCatalog().getStructureTreeRoot(), page, widget);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDAnnotationWidget widget(
      PDDocument pdf, PDSignatureField field, PDPage page, PagePosition<?> box) {
    PDAnnotationWidget widget = field.getWidgets().get(0);
    PDRectangle place = new PDRectangle(box.getX(), box.getY(), box.getWidth(), box.getHeight());
    widget.setRectangle(place);
    widget.setPage(page);
    widget.setPrinted(true);
    widget.setContents(TOLD);
    PDAppearanceStream nothing = new PDAppearanceStream(pdf);
    nothing.setBBox(new PDRectangle(place.getWidth(), place.getHeight()));
    PDAppearanceDictionary appearance = new PDAppearanceDictionary();
    appearance.setNormalAppearance(nothing);
    widget.setAppearance(appearance);
    return widget;
  }

  /** PDF/UA wants every field under a Form element, and the way back from field to element. */
  private static void describe(PDStructureTreeRoot root, PDPage page, PDAnnotationWidget widget)
      throws IOException {
    PDStructureElement parent = (PDStructureElement) root.getKids().get(0);
    PDStructureElement form = new PDStructureElement("Form", parent);
    form.setPage(page);
    form.setAlternateDescription(TOLD);
    PDObjectReference reference = new PDObjectReference();
    reference.setReferencedObject(widget);
    form.appendKid(reference);
    parent.appendKid(form);
    int key = Math.max(root.getParentTreeNextKey(), nextKey(root.getParentTree()));
    widget.setStructParent(key);
    Map<Integer, COSObjectable> numbers = new LinkedHashMap<>(root.getParentTree().getNumbers());
    numbers.put(key, new PDParentTreeValue(form.getCOSObject()));
    PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
    tree.setNumbers(numbers);
    root.setParentTree(tree);
    root.setParentTreeNextKey(key + 1);
  }

  private static int nextKey(PDNumberTreeNode tree) throws IOException {
    return tree.getNumbers().keySet().stream().max(Integer::compare).orElse(-1) + 1;
  }
}
