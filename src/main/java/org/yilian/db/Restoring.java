package org.yilian.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A copy of a cluster put where none is yet. Blocks. */
final class Restoring {
  private Restoring() {}

  /** It appears in the folder only when it is whole. */
  static void restore(Path file, Path data) throws IOException {
    if (Files.exists(data.resolve("cluster"))) {
      throw new DatabaseFault(
          "there is a database already: " + data + ". Name another data folder, or move it away");
    }
    Files.createDirectories(
        data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    DataLock lock = DataLock.take(data.toRealPath());
    try {
      Path unfinished = data.resolve("restoring");
      Folders.delete(unfinished);
      unpack(file, unfinished);
      for (String password : BackupFile.PASSWORDS) {
        Files.move(
            unfinished.resolve(password),
            data.resolve(password),
            StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(
          unfinished.resolve("cluster"), data.resolve("cluster"), StandardCopyOption.ATOMIC_MOVE);
      Folders.delete(unfinished);
    } finally {
      lock.close();
    }
  }

  private static void unpack(Path file, Path target) throws IOException {
    boolean whole = false;
    try (TarArchiveInputStream entries =
        new TarArchiveInputStream(
            new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file))))) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        place(entry, entries, target);
        whole |= entry.getName().equals(BackupFile.WHOLE);
      }
    } catch (IOException damaged) {
      throw new DatabaseFault("this is no backup, or only a part of one: " + file, damaged);
    }
    if (!whole) {
      throw new DatabaseFault("this is only a part of a backup: " + file);
    }
  }

  private static void place(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target) || !entry.isDirectory() && !entry.isFile()) {
      throw new DatabaseFault("this is no backup: it leaves its folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
    } else {
      Files.createDirectories(path.getParent());
      Files.copy(content, path);
    }
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(entry.isDirectory() ? "rwx------" : "rw-------"));
  }
}
