package org.yilian.kernel;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files packed into one. */
public final class Zip {
  private Zip() {}

  /** The files by their names, and a {@code manifest.json} that lists each with its SHA-256. */
  public static Buffer listed(Map<String, Buffer> contents) {
    JsonArray listed = new JsonArray();
    contents.forEach(
        (name, bytes) ->
            listed.add(JsonObject.of("name", name, "sha256", Hash.of(bytes.getBytes()).value())));
    Map<String, Buffer> all = new LinkedHashMap<>(contents);
    all.put("manifest.json", Buffer.buffer(JsonObject.of("files", listed).encodePrettily()));
    return of(all);
  }

  private static Buffer of(Map<String, Buffer> contents) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, Buffer> entry : contents.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(out.toByteArray());
  }
}
