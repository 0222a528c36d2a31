package org.yilian.db;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads the migrations beside the classes, be they a folder or a jar. Blocks. */
final class MigrationFiles {
  private static final String FOLDER = "db/migrations";

  private MigrationFiles() {}

  /** In the order of their numbers, each number once. */
  static List<Migration> read() {
    URL folder = MigrationFiles.class.getClassLoader().getResource(FOLDER);
    if (folder == null) {
      throw new DatabaseFault("no migrations on the class path: " + FOLDER);
    }
    return read(folder);
  }

  static List<Migration> read(URL folder) {
    try {
      return inOrder(folder.getProtocol().equals("jar") ? inJar(folder) : inFolder(folder));
    } catch (IOException | URISyntaxException e) {
      throw new DatabaseFault("the migrations cannot be read", e);
    }
  }

  static List<Migration> inOrder(List<Migration> found) {
    List<Migration> ordered = new ArrayList<>(found);
    ordered.sort(Comparator.comparingInt(Migration::number));
    for (int i = 1; i < ordered.size(); i++) {
      if (ordered.get(i).number() == ordered.get(i - 1).number()) {
        throw new DatabaseFault(
            "two migrations with one number: " + ordered.get(i - 1) + ", " + ordered.get(i));
      }
    }
    return List.copyOf(ordered);
  }

  private static List<Migration> inFolder(URL folder) throws IOException, URISyntaxException {
    return in(Path.of(folder.toURI()));
  }

  private static List<Migration> inJar(URL folder) throws IOException, URISyntaxException {
    JarURLConnection place = (JarURLConnection) folder.openConnection();
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(place.getJarFileURL().toURI()))) {
      return in(jar.getPath(place.getEntryName()));
    }
  }

  private static List<Migration> in(Path folder) throws IOException {
    List<Migration> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.add(Migration.of(file.getFileName().toString(), Files.readString(file)));
      }
    }
    return found;
  }
}
