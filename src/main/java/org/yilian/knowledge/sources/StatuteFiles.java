package org.yilian.knowledge.sources;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads a collection of statutes, whatever it is kept in. Blocks. */
public final class StatuteFiles {
  /** Of one file as it lies there, packed or not. */
  private static final long LARGEST = 256L << 20;

  private StatuteFiles() {}

  /**
   * Reads JSON lines (also packed with gzip), a Markdown file, an official docx, or a folder of
   * these, which may be packed as a zip. In a folder a file that is no law is left out and named; a
   * single file must be one.
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
      readFile(source, name, collection);
    }
    Reading reading = collection.done();
    if (reading.statutes().isEmpty()) {
      String why = reading.leftOut().isEmpty() ? "" : "。" + String.join("；", reading.leftOut());
      throw new Unreadable(name, "没有读到任何可以导入的法律条文" + why);
    }
    return reading;
  }

  private static void readFile(Path file, String name, Collection collection)
      throws IOException, Unreadable {
    if (Files.size(file) > LARGEST) {
      throw new Unreadable(name, "文件太大");
    }
    if (SourceFile.ending(Path.of(name)).equals("zip")) {
      PackedFolder.read(file, name, collection);
      return;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      new SourceFile(Path.of(name), name).read(in, collection);
    }
  }

  private static void readFolder(Path folder, Collection collection) throws IOException {
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString();
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
        new SourceFile(file, name).read(in, collection);
      } catch (Unreadable no) {
        collection.leaveOut(no.getMessage());
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> SourceFile.isKnown(folder.relativize(file)))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
