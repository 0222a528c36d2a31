import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.FopFactoryBuilder;
import org.apache.fop.configuration.DefaultConfigurationBuilder;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * CPU of other ways to the same document, Apache FOP and OpenPDF, as warm as ours. Run by {@code
 * src/bench/documents}, which writes the agreement as XHTML first: {@code PeerBenchmark
 * agreement.xhtml regular.ttf bold.ttf}. Of the document they take the paragraphs and the pictures;
 * OpenPDF writes neither tags nor PDF/A-2.
 */
class PeerBenchmark {
  private static final int WARM_UP = 200;
  private static final int ROUNDS = 100;

  private interface Work {
    byte[] run() throws Exception;
  }

  /** A paragraph or a picture of the document. */
  private record Block(String text, byte[] picture, boolean title) {}

  public static void main(String[] args) throws Exception {
    String xhtml = Files.readString(Path.of(args[0]));
    List<Block> blocks = blocks(xhtml);
    ((Logger) LoggerFactory.getLogger("org.apache.fop")).setLevel(Level.ERROR); // a line for each page
    FopFactory fop = fop(args[1], args[2]);
    String fo = fo(blocks);
    measure("Apache FOP", () -> fop(fop, fo));
    BaseFont font = BaseFont.createFont(args[1], BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
    measure("OpenPDF", () -> open(blocks, font));
  }

  private static void measure(String name, Work work) throws Exception {
    var cpu = ManagementFactory.getThreadMXBean();
    byte[] last = null;
    for (int i = 0; i < WARM_UP; i++) {
      last = work.run();
    }
    Files.write(Path.of("target", "bench", name.replaceAll("\\W", "") + ".pdf"), last);
    double[] ms = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = cpu.getCurrentThreadCpuTime();
      work.run();
      ms[i] = (cpu.getCurrentThreadCpuTime() - start) / 1e6;
    }
    Arrays.sort(ms);
    System.out.printf(
        "%-14s median %.1f ms  worst %.1f ms  %d bytes%n",
        name, ms[ROUNDS / 2], ms[ROUNDS - 1], last.length);
  }

  private static FopFactory fop(String regular, String bold) throws Exception {
    String configuration =
        """
        <fop version="1.0"><accessibility>true</accessibility><renderers>
        <renderer mime="application/pdf"><pdf-a-mode>PDF/A-2a</pdf-a-mode>
        <pdf-ua-mode>PDF/UA-1</pdf-ua-mode><fonts>
        <font kerning="no" embed-url="%s"><font-triplet name="N" style="normal" weight="normal"/></font>
        <font kerning="no" embed-url="%s"><font-triplet name="N" style="normal" weight="bold"/></font>
        </fonts></renderer></renderers></fop>
        """
            .formatted(new File(regular).toURI(), new File(bold).toURI());
    return new FopFactoryBuilder(new File(".").toURI())
        .setConfiguration(
            new DefaultConfigurationBuilder()
                .build(
                    new java.io.ByteArrayInputStream(
                        configuration.getBytes(StandardCharsets.UTF_8))))
        .build();
  }

  private static byte[] fop(FopFactory factory, String fo) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FOUserAgent agent = factory.newFOUserAgent();
    agent.setTitle("人民调解协议书");
    Fop fop = factory.newFop("application/pdf", agent, out);
    TransformerFactory.newInstance()
        .newTransformer()
        .transform(
            new StreamSource(new StringReader(fo)), new SAXResult(fop.getDefaultHandler()));
    return out.toByteArray();
  }

  private static String fo(List<Block> blocks) {
    StringBuilder fo =
        new StringBuilder(
            """
            <fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="zh"
              xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" font-family="N">
            <fo:layout-master-set><fo:simple-page-master master-name="p" page-width="210mm"
              page-height="297mm" margin="26mm 25mm 22mm 26mm"><fo:region-body/>
            </fo:simple-page-master></fo:layout-master-set>
            <fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body">
            """);
    for (Block block : blocks) {
      if (block.picture() == null) {
        fo.append(block.title() ? "<fo:block font-size='20pt' font-weight='bold'>" : "<fo:block font-size='12pt'>")
            .append(block.text().replace("&", "&amp;").replace("<", "&lt;"))
            .append("</fo:block>\n");
      } else {
        fo.append("<fo:block><fo:external-graphic fox:alt-text='x' content-height='12mm' src='data:image/png;base64,")
            .append(Base64.getEncoder().encodeToString(block.picture()))
            .append("'/></fo:block>\n");
      }
    }
    return fo.append("</fo:flow></fo:page-sequence></fo:root>").toString();
  }

  private static byte[] open(List<Block> blocks, BaseFont font) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Document document = new Document(PageSize.A4, 74, 71, 74, 62);
    PdfWriter.getInstance(document, out);
    document.open();
    for (Block block : blocks) {
      if (block.picture() == null) {
        document.add(new Paragraph(block.text(), new Font(font, block.title() ? 20 : 12)));
      } else {
        Image image = Image.getInstance(block.picture());
        image.scaleToFit(210, 34);
        document.add(image);
      }
    }
    document.close();
    return out.toByteArray();
  }

  private static List<Block> blocks(String xhtml) throws Exception {
    var parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new org.xml.sax.InputSource(new StringReader(xhtml)));
    List<Block> blocks = new ArrayList<>();
    read(parsed.getElementsByTagName("body").item(0), blocks);
    return blocks;
  }

  private static void read(Node under, List<Block> blocks) {
    for (Node node = under.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals("img")) {
        String data = element.getAttribute("src");
        blocks.add(
            new Block(
                null, Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1)), false));
      } else if (node instanceof Element element && element.getTagName().matches("p|h1|h2")) {
        blocks.add(new Block(element.getTextContent(), null, element.getTagName().equals("h1")));
      } else {
        read(node, blocks);
      }
    }
  }
}
