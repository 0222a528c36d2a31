package org.yilian.knowledge.sources;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a collection of statutes, whatever it is kept in. Blocks. */
public final class StatuteFiles {
  /** Of one document, unpacked; of one file of lines, packed or not. */
  private static final long LARGEST_DOCUMENT = 64L << 20;

  private static final long LARGEST_LINES = 1L << 30;

  private StatuteFiles() {}

  /**
   * Reads JSON lines (also packed with gzip), a Markdown file, an official docx, or a folder of
   * these. In a folder a file that is no law is left out and named; a single file must be one.
   *
   * @param name what the source is called, where that is not the file's own name
   * @throws Unreadable where nothing can be imported, with the reason for people
   */
  public static Reading read(Path source, String name) throws IOException, Unreadable {
    if (!Files.exists(source)) {
      throw new Unreadable(source.toString(), "没有这个文件或文件夹");
    }
    Collection collection = new Collection();
    if (Files.isDirectory(source)) {
      readFolder(source, collection);
    } else {
      readFile(source, Path.of(name), name, collection);
    }
    Reading reading = collection.done();
    if (reading.statutes().isEmpty()) {
      String why = reading.leftOut().isEmpty() ? "" : "。" + String.join("；", reading.leftOut());
      throw new Unreadable(name, "没有读到任何可以导入的法律条文" + why);
    }
    return reading;
  }

  private static void readFolder(Path folder, Collection collection) throws IOException {
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString();
      try {
        readFile(file, file, name, collection);
      } catch (Unreadable no) {
        collection.leaveOut(no.getMessage());
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> folder.relativize(file).toString().indexOf("/.") < 0)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> isKnown(ending(file)))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isKnown(String ending) {
    return List.of("jsonl", "gz", "md", "docx").contains(ending);
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static void readFile(Path file, Path called, String name, Collection collection)
      throws IOException, Unreadable {
    long largest = ending(called).matches("jsonl|gz") ? LARGEST_LINES : LARGEST_DOCUMENT;
    if (Files.size(file) > largest) {
      throw new Unreadable(name, "文件太大");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      switch (ending(called)) {
        case "jsonl", "json" -> new JsonLines(name, collection).read(in);
        case "gz" -> new JsonLines(name, collection).read(unpacked(in, name));
        case "md" -> collection.add(LawMarkdown.read(called, text(in, name), name));
        case "docx" -> collection.add(OfficialDocx.read(called, in, name));
        default -> throw new Unreadable(name, "不认识这种文件；可以导入 .jsonl、.jsonl.gz、.md、.docx");
      }
    }
  }

  private static InputStream unpacked(InputStream in, String name) throws IOException, Unreadable {
    try {
      return new Bounded(new GZIPInputStream(in), LARGEST_LINES);
    } catch (ZipException | java.io.EOFException foreign) {
      throw new Unreadable(name, "压缩文件已损坏，或者不是 gzip 文件");
    }
  }

  private static String text(InputStream in, String name) throws IOException, Unreadable {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(in.readAllBytes()))
          .toString();
    } catch (CharacterCodingException foreign) {
      throw new Unreadable(name, "不是 UTF-8 文字");
    }
  }
}
