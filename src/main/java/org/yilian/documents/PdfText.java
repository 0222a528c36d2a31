package org.yilian.documents;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/**
 * Objects of a PDF in one writing of our own, whatever order or writing the library keeps them in:
 * what is compared byte by byte after years must not hang on its version.
 */
final class PdfText {
  private static final String DELIMITERS = "()<>[]{}/%#";

  private final StringBuilder text = new StringBuilder();
  private final COSBase whole;

  private PdfText(COSBase whole) {
    this.whole = whole;
  }

  /** The object itself; what it refers to stays a reference. */
  static String of(COSDictionary object) {
    PdfText text = new PdfText(object);
    text.write(object);
    return text.text.toString();
  }

  static String reference(long number) {
    return number + " 0 R";
  }

  private void write(COSBase value) {
    if (value instanceof COSObject || value.getKey() != null && value != whole) {
      text.append(value.getKey().getNumber()).append(' ').append(value.getKey().getGeneration());
      text.append(" R");
    } else if (value instanceof COSDictionary dictionary && !(value instanceof COSStream)) {
      write(dictionary);
    } else if (value instanceof COSArray array) {
      write(array);
    } else if (value instanceof COSName name) {
      write(name);
    } else if (value instanceof COSString string) {
      text.append('<').append(HexFormat.of().formatHex(string.getBytes())).append('>');
    } else if (value instanceof COSInteger number) {
      text.append(number.longValue());
    } else if (value instanceof COSBoolean flag) {
      text.append(flag.getValue());
    } else if (value instanceof COSNull) {
      text.append("null");
    } else {
      throw new IllegalArgumentException("no such value is in a document of ours: " + value);
    }
  }

  private void write(COSDictionary dictionary) {
    TreeMap<String, COSName> sorted = new TreeMap<>();
    dictionary.keySet().forEach(name -> sorted.put(name.getName(), name));
    text.append("<<");
    for (COSName name : sorted.values()) {
      write(name);
      text.append(' ');
      write(dictionary.getItem(name));
    }
    text.append(">>");
  }

  private void write(COSArray array) {
    text.append('[');
    for (int i = 0; i < array.size(); i++) {
      text.append(i == 0 ? "" : " ");
      write(array.get(i));
    }
    text.append(']');
  }

  private void write(COSName name) {
    text.append('/');
    for (byte one : name.getName().getBytes(StandardCharsets.UTF_8)) {
      int letter = one & 0xFF;
      if (letter > ' ' && letter < 0x7F && DELIMITERS.indexOf(letter) < 0) {
        text.append((char) letter);
      } else {
        text.append('#').append(HexFormat.of().withUpperCase().toHexDigits(one));
      }
    }
  }
}
