package org.yilian.knowledge.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One file of a collection; its ending tells what it is.
 *
 * @param called its path, whose last folder may tell what kind of law it holds
 * @param name for people
 */
record SourceFile(Path called, String name) {
  /** Of one document, and of one file of lines, both unpacked. */
  private static final long LARGEST_DOCUMENT = 32L << 20;

  private static final long LARGEST_LINES = 256L << 20;

  /** Whether a file of a folder may hold law: hidden ones and others are passed over. */
  static boolean isKnown(Path file) {
    boolean hidden =
        StreamSupport.stream(file.spliterator(), false)
            .anyMatch(part -> part.toString().startsWith("."));
    return !hidden && List.of("jsonl", "gz", "md", "docx").contains(ending(file));
  }

  static String ending(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  void read(InputStream in, Collection collection) throws IOException, Unreadable {
    try {
      switch (ending(called)) {
        case "jsonl", "json" -> new JsonLines(name, collection).read(lines(in));
        case "gz" -> new JsonLines(name, collection).read(lines(unpacked(in)));
        case "md" -> collection.add(LawMarkdown.read(called, text(in), name));
        case "docx" -> collection.add(OfficialDocx.read(called, document(in), name));
        default -> throw new Unreadable(name, "不认识这种文件；可以导入 .jsonl、.jsonl.gz、.zip、.md、.docx");
      }
    } catch (TooLarge tooLarge) {
      throw new Unreadable(name, "文件太大，或者解开后太大");
    }
  }

  private static InputStream lines(InputStream in) {
    return new Bounded(in, LARGEST_LINES);
  }

  private static InputStream document(InputStream in) {
    return new Bounded(in, LARGEST_DOCUMENT);
  }

  private InputStream unpacked(InputStream in) throws IOException, Unreadable {
    try {
      return new GZIPInputStream(in);
    } catch (ZipException | java.io.EOFException foreign) {
      throw new Unreadable(name, "压缩文件已损坏，或者不是 gzip 文件");
    }
  }

  private String text(InputStream in) throws IOException, Unreadable {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(document(in).readAllBytes());
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException foreign) {
      throw new Unreadable(name, "不是 UTF-8 文字");
    }
  }
}
