package org.yilian.knowledge.sources;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A folder packed as a zip, such as LawRefBook comes in. It is read from its directory at the end,
 * so that one that was cut off is seen at once; nothing of it is ever written to the disk.
 */
final class PackedFolder {
  private static final int MOST_FILES = 50_000;
  private static final long LARGEST = 256L << 20;

  /** In what older programs of Windows write names. */
  private static final Charset NATIONAL = Charset.forName("GB18030");

  private PackedFolder() {}

  static void read(Path file, String name, Collection collection) throws IOException, Unreadable {
    try (ZipFile zip = open(file)) {
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(entry -> !entry.isDirectory() && isKnown(entry.getName()))
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      if (entries.size() > MOST_FILES) {
        throw new Unreadable(name, "里面的文件太多，最多 " + MOST_FILES + " 个");
      }
      if (entries.stream().mapToLong(ZipEntry::getSize).sum() > LARGEST) {
        throw new TooLarge();
      }
      read(zip, entries, collection);
    } catch (TooLarge bomb) {
      throw new Unreadable(name, "解开后太大，请分成几个文件");
    } catch (ZipException | EOFException broken) {
      throw new Unreadable(name, "压缩文件已损坏或不完整，请重新取得完整的文件");
    }
  }

  private static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException otherNames) {
      return new ZipFile(file.toFile(), NATIONAL);
    }
  }

  private static boolean isKnown(String entry) {
    try {
      return SourceFile.isKnown(Path.of(entry));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  /** What the directory says of sizes need not be true. */
  private static void read(ZipFile zip, List<? extends ZipEntry> entries, Collection collection)
      throws IOException {
    long left = LARGEST;
    for (ZipEntry entry : entries) {
      Bounded in = new Bounded(new BufferedInputStream(zip.getInputStream(entry)), left);
      try (InputStream closed = in) {
        new SourceFile(Path.of(entry.getName()), entry.getName()).read(closed, collection);
      } catch (Unreadable no) {
        collection.leaveOut(no.getMessage());
      }
      left = in.left();
      if (left < 0) {
        throw new TooLarge();
      }
    }
  }
}
