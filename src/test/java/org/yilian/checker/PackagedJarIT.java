package org.yilian.checker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shipped holds none of the bugs that the checker is checked with. */
class PackagedJarIT {
  private static final Path CLASSES = Path.of("target", "classes");

  private static JarFile jar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      Path jar =
          files
              .filter(file -> file.getFileName().toString().matches("yilian-[0-9.]+\\.jar"))
              .findFirst()
              .orElseThrow();
      return new JarFile(jar.toFile());
    }
  }

  private static Set<String> classes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> folder.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static byte[] bytes(JarFile jar, String name) throws IOException {
    return jar.getInputStream(jar.getEntry(name)).readAllBytes();
  }

  @Test
  void everyClassIsTheOneThatWasCompiledFromTheSources() throws IOException {
    try (JarFile jar = jar()) {
      List<String> shipped = jar.stream().map(JarEntry::getName).toList();
      Set<String> code =
          shipped.stream()
              .filter(name -> name.endsWith(".class"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(classes(CLASSES), code);
      for (String name : code) {
        assertArrayEquals(Files.readAllBytes(CLASSES.resolve(name)), bytes(jar, name), name);
      }
      assertFalse(shipped.stream().anyMatch(name -> name.contains("bugs")), "a folder of bugs");
      assertFalse(shipped.stream().anyMatch(name -> name.contains("checker")), "the checker");
    }
  }

  @Test
  void noClassIsOneWithABug() throws IOException {
    try (JarFile jar = jar()) {
      for (Bug bug : Bugs.all()) {
        Path patched = Patches.compile(bug);
        boolean all = true;
        for (String name : classes(patched)) {
          byte[] buggy = Files.readAllBytes(patched.resolve(name));
          all &= Arrays.equals(buggy, bytes(jar, name));
        }
        assertFalse(all, bug + " is in the jar, or changes nothing");
      }
    }
  }
}
