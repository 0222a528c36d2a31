package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilian.client.Actor;

/** What a copy made beside a server at work is worth once the machine is gone. */
class BackupIT {
  private final Vertx vertx = Vertx.vertx();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  @TempDir private Path folder;

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void whatWasAcknowledgedBeforeItIsThereAfterwards() throws Exception {
    Path file = folder.resolve("backup.tar.gz");
    Path lost = folder.resolve("lost");
    List<String> acknowledged = new ArrayList<>();
    try (ChildServer server = new ChildServer(lost, Map.of())) {
      Actor officer = Actor.staff(server.port(), "zhang");
      for (int n = 0; n < 5; n++) {
        acknowledged.add(reported(officer));
      }
      AtomicBoolean copying = new AtomicBoolean(true);
      CompletableFuture<Integer> meanwhile =
          CompletableFuture.supplyAsync(() -> reportedWhile(officer, copying));
      assertEquals(0, run(lost, "backup", file), this::said);
      copying.set(false);
      assertTrue(meanwhile.join() > 0, "nothing was written beside the copy");
      assertNotEquals(0, run(lost, "backup", file), "an older backup was overwritten");
      assertNotEquals(0, run(lost, "restore", file), "a running database was overwritten");
      aSecondServerSaysWhyItDoesNotStart(lost);
    }
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    damagedOnesAreRefused(file);
    Path saved = folder.resolve("saved");
    assertEquals(0, run(saved, "restore", file), this::said);
    Files.copy(lost.resolve("keys.json"), saved.resolve("keys.json"));
    try (ChildServer server = new ChildServer(saved, Map.of())) {
      Actor officer = Actor.staff(server.port(), "zhang");
      for (String id : acknowledged) {
        JsonObject dispute = officer.get("/disputes/" + id).expect(200).json();
        assertEquals("备份前的演示纠纷", dispute.getString("description"));
      }
      reported(officer);
    }
  }

  /** What was begun before there is an event loop fails as plainly as what comes after. */
  private static void aSecondServerSaysWhyItDoesNotStart(Path folder) {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> new ChildServer(folder, Map.of()));
    String said = refused.getMessage();
    assertTrue(said.contains("another server already uses this data folder"), said);
  }

  /** Each is told in words, and leaves a folder in which a whole one can still be restored. */
  private void damagedOnesAreRefused(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Path part = folder.resolve("part.tar.gz");
    List<byte[]> damaged =
        new ArrayList<>(List.of(archiveOfNothing(), archiveThatLeavesItsFolder()));
    for (int length : new int[] {0, 1000, whole.length / 2, whole.length - 20}) {
      damaged.add(Arrays.copyOf(whole, length));
    }
    for (byte[] bytes : damaged) {
      Files.write(part, bytes);
      Path target = folder.resolve("damaged");
      assertEquals(1, run(target, "restore", part), this::said);
      assertTrue(said().contains("backup"), this::said);
      assertFalse(Files.exists(target.resolve("postgres").resolve("cluster")));
      assertFalse(Files.exists(target.resolve("postgres").resolve("beside")));
    }
    assertEquals(1, run(folder.resolve("none"), "restore", folder.resolve("no-such-file")));
  }

  /** Sound in itself, and no backup. */
  private static byte[] archiveOfNothing() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(new byte[10_240]);
    }
    return packed.toByteArray();
  }

  /** Whole, but for a name that leads out of where it is unpacked. */
  private static byte[] archiveThatLeavesItsFolder() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream entries =
        new TarArchiveOutputStream(new GZIPOutputStream(packed))) {
      for (String name : List.of("../beside", "whole")) {
        entries.putArchiveEntry(new TarArchiveEntry(name));
        entries.closeArchiveEntry();
      }
    }
    return packed.toByteArray();
  }

  private int run(Path data, String command, Path file) {
    said.reset();
    Config config = config(data);
    return new CommandLine(
            vertx, config, Clock.systemUTC(), new PrintStream(said, true, StandardCharsets.UTF_8))
        .run(List.of(command, file.toString()))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static Config config(Path data) {
    try {
      return Config.from(Map.of("YILIAN_DATA_DIR", data.toString()));
    } catch (Config.Faulty faulty) {
      throw new IllegalStateException(faulty);
    }
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static int reportedWhile(Actor officer, AtomicBoolean copying) {
    int count = 0;
    while (copying.get()) {
      reported(officer);
      count++;
    }
    return count;
  }

  private static String reported(Actor officer) {
    JsonObject report =
        new JsonObject()
            .put("type", "NEIGHBOUR")
            .put("source", "INITIATIVE")
            .put("cause", "房屋漏水")
            .put("description", "备份前的演示纠纷")
            .put("parties", JsonArray.of(JsonObject.of("side", "A", "name", "甲演示")));
    return officer.post("/disputes", report).expect(201).id();
  }
}
