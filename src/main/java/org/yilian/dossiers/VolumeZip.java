package org.yilian.dossiers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yilian.kernel.Hash;

/** A volume as files, with a manifest that names each of them by its hash. */
final class VolumeZip {
  private static final String MANIFEST = "manifest.json";

  private VolumeZip() {}

  static Buffer of(Volume volume, List<Piece> pieces, Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(0); // PDFs and pictures are packed already
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(zip, file.getKey(), file.getValue());
      }
      put(
          zip,
          MANIFEST,
          manifest(volume, pieces, files).encodePrettily().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(out.toByteArray());
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static JsonObject manifest(Volume volume, List<Piece> pieces, Map<String, byte[]> files) {
    JsonObject titles = new JsonObject();
    pieces.forEach(piece -> titles.put(piece.file(), piece.paper().title()));
    JsonArray listed = new JsonArray();
    files.forEach(
        (name, bytes) ->
            listed.add(
                new JsonObject()
                    .put("name", name)
                    .put("title", titles.getString(name, volume.title()))
                    .put("size", bytes.length)
                    .put("sha256", Hash.of(bytes).value())));
    return new JsonObject()
        .put("title", volume.title())
        .put("madeOn", volume.day().toString())
        .put("forCourt", volume.forCourt())
        .put("files", listed);
  }
}
