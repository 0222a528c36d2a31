package org.yilian.db;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A copy of a cluster that is being written, as a compressed tar file. Blocks. */
final class BackupFile {
  /** The last entry: a file that was cut off has none. */
  static final String WHOLE = "whole";

  static final String CLUSTER = "cluster/";
  static final List<String> PASSWORDS = List.of("password", "server-password");

  private static final Logger LOG = LoggerFactory.getLogger(BackupFile.class);

  /** What PostgreSQL makes anew at its start; of these only the folder is kept. */
  private static final Set<String> EMPTY =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");
  private static final Pattern FIRST_LOG = Pattern.compile("\\(file ([0-9A-F]{24})\\)");
  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Path part;
  private final TarArchiveOutputStream entries;

  private BackupFile(Path target, Path part, OutputStream out) throws IOException {
    this.target = target;
    this.part = part;
    this.entries =
        new TarArchiveOutputStream(
            new GZIPOutputStream(out, BUFFER), StandardCharsets.UTF_8.name());
    entries.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    entries.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
  }

  /** For the eyes of its owner alone. */
  static BackupFile create(Path target) throws IOException {
    if (Files.exists(target)) {
      throw new DatabaseFault("there is a file of this name already: " + target);
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    OutputStream out = Files.newOutputStream(part, StandardOpenOption.WRITE);
    return new BackupFile(target, part, new BufferedOutputStream(out, BUFFER));
  }

  /** All but the log, while PostgreSQL goes on writing: the log mends what is torn. */
  Void addCluster(Path data) throws IOException {
    Path cluster = data.resolve("cluster");
    List<Path> all;
    try (Stream<Path> walk = Files.walk(cluster)) {
      all = walk.filter(path -> isKept(cluster.relativize(path))).toList();
    }
    for (Path path : all) {
      add(path, CLUSTER + cluster.relativize(path));
    }
    return null;
  }

  private static boolean isKept(Path path) {
    boolean inside = path.getNameCount() > 1 && EMPTY.contains(path.getName(0).toString());
    String name = path.getFileName().toString();
    return !inside && !LEFT_OUT.contains(name) && !name.startsWith("pgsql_tmp");
  }

  /** Tables may be dropped, and grow or shrink, while they are read. */
  private void add(Path path, String name) throws IOException {
    if (Files.isDirectory(path)) {
      entries.putArchiveEntry(new TarArchiveEntry(name + "/"));
      entries.closeArchiveEntry();
      return;
    }
    try (InputStream content = Files.newInputStream(path)) {
      long size = Files.size(path);
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(size);
      entries.putArchiveEntry(entry);
      copy(content, size);
      entries.closeArchiveEntry();
    } catch (NoSuchFileException dropped) {
      LOG.debug("gone before it was copied: {}", name);
    }
  }

  private void copy(InputStream content, long size) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (long left = size; left > 0; ) {
      int wanted = (int) Math.min(buffer.length, left);
      int read = content.readNBytes(buffer, 0, wanted);
      Arrays.fill(buffer, read, wanted, (byte) 0);
      entries.write(buffer, 0, wanted);
      left -= wanted;
    }
  }

  /** The log from where the copy starts to where it ends, and what makes it a whole one. */
  long finish(Path data, Backups.Ended ended) throws IOException {
    for (Path log : logs(data.resolve("cluster").resolve("pg_wal"), ended)) {
      add(log, CLUSTER + "pg_wal/" + log.getFileName());
    }
    add(ended.label().getBytes(StandardCharsets.UTF_8), CLUSTER + "backup_label");
    for (String password : PASSWORDS) {
      add(data.resolve(password), password);
    }
    add(new byte[0], WHOLE);
    entries.close();
    try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    return Files.size(target);
  }

  private static List<Path> logs(Path folder, Backups.Ended ended) throws IOException {
    Matcher label = FIRST_LOG.matcher(ended.label());
    if (!label.find()) {
      throw new DatabaseFault("PostgreSQL names no start of the backup: " + ended.label());
    }
    String first = label.group(1);
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> isBetween(path.getFileName().toString(), first, ended.lastLog()))
          .toList();
    }
  }

  private static boolean isBetween(String log, String first, String last) {
    return log.length() == first.length() && log.compareTo(first) >= 0 && log.compareTo(last) <= 0;
  }

  private void add(byte[] content, String name) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entries.putArchiveEntry(entry);
    entries.write(content);
    entries.closeArchiveEntry();
  }

  void abandon() {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      LOG.warn("half a backup is left behind file={}", part, e);
    }
  }
}
