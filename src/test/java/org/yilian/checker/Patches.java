package org.yilian.checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.yilian.ForkFolder;

/** Compiles the product's sources with a bug in them, into a folder of its own. */
final class Patches {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Path FOLDER = ForkFolder.path("bugs");

  private Patches() {}

  /** The folder of the classes that have changed, to stand before the product's own. */
  static Path compile(Bug bug) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Bug.Edit edit : bug.edits()) {
      String source = sources.computeIfAbsent(edit.file(), Patches::read);
      sources.put(edit.file(), replace(bug, edit, source));
    }
    Path folder = FOLDER.resolve(bug.name());
    try {
      Files.createDirectories(folder);
      compile(bug, sources, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  private static String read(String file) {
    try {
      return Files.readString(SOURCES.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The product may have changed under the bug: then the bug has to be thought out anew. */
  private static String replace(Bug bug, Bug.Edit edit, String source) {
    int first = source.indexOf(edit.text());
    if (first < 0 || source.indexOf(edit.text(), first + 1) >= 0) {
      throw new AssertionError(
          "bug %s: '%s' has to stand exactly once in %s".formatted(bug, edit.text(), edit.file()));
    }
    return source.replace(edit.text(), edit.replacement());
  }

  private static void compile(Bug bug, Map<String, String> sources, Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> units =
        sources.entrySet().stream()
            .map(source -> (JavaFileObject) new Source(source.getKey(), source.getValue()))
            .toList();
    String classPath = Node.ownClassPath().stream().collect(Collectors.joining(":"));
    List<String> options =
        List.of("--release", "17", "-nowarn", "-d", folder.toString(), "-cp", classPath);
    if (!compiler.getTask(null, null, null, options, null, units).call()) {
      throw new AssertionError("bug " + bug + " does not compile");
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String file, String code) {
      super(URI.create("string:///" + file), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return code;
    }
  }
}
