package org.yilian.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * PostgreSQL's own data folder, and the passwords of its two roles: of the owner, and of the
 * server. Blocks.
 */
record Cluster(Path folder, String password, String serverPassword) {
  static final String USER = "yilian";
  static final String SERVER = "yilian_server";
  private static final String PASSWORD = "password";
  private static final String SERVER_PASSWORD = "server-password";
  private static final int PASSWORD_BYTES = 32;
  private static final Set<PosixFilePermission> OURS_ALONE =
      PosixFilePermissions.fromString("rw-------");

  /** Made where there is none; it appears under its name only when it is whole. */
  static Cluster in(Path data, Binaries binaries, Account account) throws IOException {
    Path folder = data.resolve("cluster");
    Path passwordFile = data.resolve(PASSWORD);
    if (!Files.exists(folder)) {
      Path unfinished = data.resolve("initdb");
      Folders.delete(unfinished);
      writePassword(passwordFile);
      account.own(data);
      Commands.run(account.running(initdb(binaries, unfinished, passwordFile)));
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    if (!Files.exists(passwordFile)) {
      throw new DatabaseFault("the password of the embedded database is gone: " + passwordFile);
    }
    account.own(folder);
    if (!Files.exists(data.resolve(SERVER_PASSWORD))) {
      writePassword(data.resolve(SERVER_PASSWORD));
    }
    return new Cluster(folder, password(data), serverPassword(data));
  }

  static String password(Path data) throws IOException {
    return Files.readString(data.resolve(PASSWORD)).strip();
  }

  static String serverPassword(Path data) throws IOException {
    return Files.readString(data.resolve(SERVER_PASSWORD)).strip();
  }

  private static void writePassword(Path file) throws IOException {
    byte[] secret = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(secret);
    Files.deleteIfExists(file);
    Files.createFile(file, PosixFilePermissions.asFileAttribute(OURS_ALONE));
    Files.writeString(file, HexFormat.of().formatHex(secret), StandardOpenOption.SYNC);
  }

  /** Ordered by code point, on every system alike: no library of the system has a say. */
  private static List<String> initdb(Binaries binaries, Path target, Path passwordFile) {
    return List.of(
        binaries.program("initdb"),
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums",
        "--auth=scram-sha-256",
        "--pwfile=" + passwordFile,
        "--username=" + USER,
        "--no-instructions",
        "--pgdata=" + target);
  }

  @Override
  public String toString() {
    return "Cluster[" + folder + "]";
  }
}
