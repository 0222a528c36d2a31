package org.yilian.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
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
    URL archive = archive();
    Path folder = data.resolve(PREFIX + stamp(archive));
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

  private static URL archive() {
    String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
    URL packed = Binaries.class.getResource("/" + name);
    if (packed == null) {
      throw new DatabaseFault(
          "no embedded PostgreSQL for this machine ("
              + name
              + "): set YILIAN_DATABASE_URL to an outside server");
    }
    return packed;
  }

  /** What the jar knows of its entry tells one version from another, without reading it all. */
  private static String stamp(URL archive) throws IOException {
    URLConnection connection = archive.openConnection();
    if (connection instanceof JarURLConnection jar) {
      JarEntry entry = jar.getJarEntry();
      return "%08x-%d".formatted(entry.getCrc(), entry.getSize());
    }
    try (InputStream packed = connection.getInputStream()) {
      return Hash.of(packed.readAllBytes()).hex().substring(0, DIGITS);
    }
  }

  static String archiveName(String system, String processor) {
    String kind = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    String bits = processor.equals("aarch64") ? "arm_64" : "x86_64";
    return "postgres-" + kind + "-" + bits + ".txz";
  }

  private static void unpack(URL archive, Path target) throws IOException {
    try (InputStream packed = archive.openStream();
        TarArchiveInputStream entries =
            new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(packed)))) {
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
