package org.yilian.documents;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The pictures of one document, under short names: the library reads the whole address of a picture
 * a dozen times over, and here the address is the picture.
 */
final class PicturesByName implements FSStreamFactory {
  static final String PROTOCOL = "picture";
  static final String EMBEDDED = "data:image/png;base64,";
  private static final String NAME = PROTOCOL + ":";

  private final List<byte[]> pictures = new ArrayList<>();

  private PicturesByName() {}

  /** Takes the pictures out of a document and leaves their names in it. */
  static PicturesByName takenOutOf(Document xhtml) {
    PicturesByName taken = new PicturesByName();
    NodeList images = xhtml.getElementsByTagName("img");
    for (int i = 0; i < images.getLength(); i++) {
      taken.take((Element) images.item(i));
    }
    return taken;
  }

  private void take(Element image) {
    String address = image.getAttribute("src");
    if (address.startsWith(EMBEDDED)) {
      image.setAttribute("src", NAME + pictures.size());
      pictures.add(Base64.getDecoder().decode(address.substring(EMBEDDED.length())));
    }
  }

  /** Whether an address is one of these names; a template may have written others. */
  boolean know(String address) {
    return address.startsWith(NAME) && number(address) < pictures.size();
  }

  private static int number(String address) {
    String number = address.substring(NAME.length());
    return number.matches("\\d{1,6}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
  }

  @Override
  public FSStream getUrl(String address) {
    return new Bytes(pictures.get(number(address)));
  }

  private record Bytes(byte[] picture) implements FSStream {
    @Override
    public InputStream getStream() {
      return new ByteArrayInputStream(picture);
    }

    @Override
    public Reader getReader() {
      return new InputStreamReader(getStream(), StandardCharsets.ISO_8859_1);
    }
  }
}
