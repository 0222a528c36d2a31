package org.yilian.identity;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secrets that live outside the database: one file, made on the first start and kept, readable
 * by its owner alone. Losing it makes every sealed number unreadable.
 *
 * @param id names the keys in tokens and in sealed values, so that they can be replaced one day
 */
public record Keys(String id, byte[] tokens, byte[] vault, byte[] index) {
  private static final int BYTES = 32;

  /**
   * Reads the file, or makes it.
   *
   * @throws IOException if the file cannot be read or written, or is not a key file
   */
  public static Keys load(Path file) throws IOException {
    if (!Files.exists(file)) {
      write(file);
    }
    try {
      JsonObject keys = new JsonObject(Files.readString(file));
      return new Keys(
          keys.getString("id"), bytes(keys, "tokens"), bytes(keys, "vault"), bytes(keys, "index"));
    } catch (RuntimeException e) {
      throw new IOException("the key file " + file + " is damaged; restore it from a backup", e);
    }
  }

  private static void write(Path file) throws IOException {
    SecureRandom random = new SecureRandom();
    JsonObject keys = new JsonObject().put("id", "k" + (1000 + random.nextInt(9000)));
    for (String name : new String[] {"tokens", "vault", "index"}) {
      byte[] key = new byte[BYTES];
      random.nextBytes(key);
      keys.put(name, Base64.getEncoder().encodeToString(key));
    }
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, keys.encode().getBytes(StandardCharsets.UTF_8), StandardOpenOption.DSYNC);
    Files.move(fresh, file);
  }

  private static byte[] bytes(JsonObject keys, String name) {
    byte[] key = Base64.getDecoder().decode(keys.getString(name));
    if (key.length != BYTES) {
      throw new IllegalArgumentException(name);
    }
    return key;
  }

  /** Never shows a key. */
  @Override
  public String toString() {
    return "Keys[" + id + "]";
  }
}
