package org.yilian.db;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.yilian.kernel.Hash;

/** PostgreSQL's programs, unpacked once from the class path into the data folder. Blocks. */
record Binaries(Path folder) {
  private static final String PREFIX = "binaries-";
  private static final int DIGITS = 16;
  private static final int ANY_EXECUTE_BIT = 0111;

  /** The folder's name is its stamp: it appears under that name only when it is whole. */
  static Binaries in(Path data) throws IOException {
    byte[] archive = archive();
    Path folder = data.resolve(PREFIX + Hash.of(archive).hex().substring(0, DIGITS));
    if (!Files.isDirectory(folder)) {
      Path unfinished = data.resolve("unpacking");
      Folders.delete(unfinished);
      unpack(archive, unfinished);
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
      deleteOthers(data, folder);
    }
    return new Binaries(folder);
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static byte[] archive() throws IOException {
    String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
    try (InputStream packed = Binaries.class.getResourceAsStream("/" + name)) {
      if (packed == null) {
        throw new DatabaseFault(
            "no embedded PostgreSQL for this machine ("
                + name
                + "): set YILIAN_DATABASE_URL to an outside server");
      }
      return packed.readAllBytes();
    }
  }

  static String archiveName(String system, String processor) {
    String kind = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    String bits = processor.equals("aarch64") ? "arm_64" : "x86_64";
    return "postgres-" + kind + "-" + bits + ".txz";
  }

  private static void unpack(byte[] archive, Path target) throws IOException {
    try (TarArchiveInputStream entries =
        new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        place(entry, entries, target);
      }
    }
  }

  private static void place(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new DatabaseFault("the archive of PostgreSQL leaves its folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    boolean program = (entry.getMode() & ANY_EXECUTE_BIT) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static void deleteOthers(Path data, Path current) throws IOException {
    List<Path> others;
    try (Stream<Path> siblings = Files.list(data)) {
      others = siblings.filter(path -> isOther(path, current)).toList();
    }
    for (Path other : others) {
      Folders.delete(other);
    }
  }

  private static boolean isOther(Path path, Path current) {
    return path.getFileName().toString().startsWith(PREFIX) && !path.equals(current);
  }
}
