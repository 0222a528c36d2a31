package org.yilian.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The chain of fonts that documents are set in. The first is Noto Serif SC, which holds GBK, CJK
 * Extension A and level 2 of GB 18030-2022; an operator's folder may add more behind it, for names
 * of rarer characters.
 */
final class Fonts {
  static final String MAIN = "Noto Serif SC";
  private static final String REGULAR = "fonts/400Regular/NotoSerifSC_400Regular.ttf";
  private static final String BOLD = "fonts/700Bold/NotoSerifSC_700Bold.ttf";

  private static final Shipped SHIPPED = new Shipped();

  private final List<Face> faces;

  Fonts(List<Face> faces) {
    this.faces = List.copyOf(faces);
  }

  /**
   * The shipped fonts, and every {@code *.ttf} of the operator's folder in the order of their
   * names; each is known to CSS by its file name without the ending.
   *
   * @param folder may be null
   */
  static Fonts load(Path folder) {
    List<Face> faces = new ArrayList<>(SHIPPED.faces);
    for (Path file : folder == null ? List.<Path>of() : trueTypeFiles(folder)) {
      String name = file.getFileName().toString();
      faces.add(Face.parse(name.substring(0, name.length() - 4), 400, bytes(file)));
    }
    return new Fonts(faces);
  }

  List<Face> faces() {
    return faces;
  }

  /** The face that titles, seals and marks are drawn in. */
  Face bold() {
    return faces.stream().filter(face -> face.weight() == 700).findFirst().orElseThrow();
  }

  /** The families in order, as a value for {@code font-family}. */
  String families() {
    return families(faces.stream().map(Face::family));
  }

  /** What the chain cannot draw, each code point once, in the order of the text. */
  Set<Integer> missing(String text) {
    if (faces.get(0).hasAll(text)) {
      return Set.of();
    }
    return text.codePoints()
        .filter(c -> c != '\n' && c != '\t')
        .filter(c -> faces.stream().noneMatch(face -> face.has(c)))
        .boxed()
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The families to set a whole name in when the first font lacks a character of it, the one that
   * has all of it in front; empty when the first font has all.
   */
  Optional<String> familiesFor(String name) {
    if (faces.get(0).hasAll(name)) {
      return Optional.empty();
    }
    return faces.stream()
        .filter(face -> face.hasAll(name))
        .findFirst()
        .map(face -> families(Stream.concat(Stream.of(face), faces.stream()).map(Face::family)));
  }

  private static String families(Stream<String> names) {
    return names.distinct().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }

  private static List<Path> trueTypeFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".ttf"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parsed once per process, whoever asks first. */
  private static final class Shipped {
    final List<Face> faces =
        List.of(Face.parse(MAIN, 400, resource(REGULAR)), Face.parse(MAIN, 700, resource(BOLD)));

    private static byte[] resource(String name) {
      try (InputStream in = Fonts.class.getClassLoader().getResourceAsStream(name)) {
        if (in == null) {
          throw new IOException(name + " is not on the classpath; build with Maven to fetch it");
        }
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
