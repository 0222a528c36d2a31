package org.yilian.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationFilesTest {
  private static final String SQL = "select '愿意';";

  @TempDir Path temp;

  @Test
  void readsAFolder() throws IOException {
    Files.writeString(temp.resolve("200_b.sql"), SQL);
    Files.writeString(temp.resolve("100_a.sql"), SQL);
    assertEquals(
        List.of(new Migration(100, "a", SQL), new Migration(200, "b", SQL)),
        MigrationFiles.read(temp.toUri().toURL()));
  }

  @Test
  void readsAJar() throws IOException {
    Path jar = temp.resolve("a jar.jar");
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      entries.putNextEntry(new JarEntry("db/migrations/"));
      entries.putNextEntry(new JarEntry("db/migrations/100_a.sql"));
      entries.write(SQL.getBytes(StandardCharsets.UTF_8));
      entries.closeEntry();
    }
    URI folder = URI.create("jar:" + jar.toUri() + "!/db/migrations");
    assertEquals(List.of(new Migration(100, "a", SQL)), MigrationFiles.read(folder.toURL()));
  }

  @Test
  void refusesAStrayFile() throws IOException {
    Files.writeString(temp.resolve("notes.txt"), "x");
    assertThrows(DatabaseFault.class, () -> MigrationFiles.read(temp.toUri().toURL()));
  }
}
