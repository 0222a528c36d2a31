package org.yilian.documents;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Template files: the operator's folder first, then those that ship with the program. */
final class TemplateFolder extends ClasspathLoader {
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z]+)+");

  private static final String FIELDS = ".fields.json";

  private final Path folder;

  /**
   * @param folder may be null
   */
  TemplateFolder(Path folder) {
    this.folder = folder;
  }

  InputStream open(String file) throws IOException {
    if (!PLAIN.matcher(file).matches()) {
      throw new IOException("not the name of a template file");
    }
    if (folder != null && Files.isRegularFile(folder.resolve(file))) {
      return Files.newInputStream(folder.resolve(file));
    }
    InputStream shipped =
        TemplateFolder.class.getClassLoader().getResourceAsStream("templates/" + file);
    if (shipped == null) {
      throw new IOException("no template file " + file);
    }
    return shipped;
  }

  /** The names of the templates that an operator has put there. */
  List<String> added() {
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(file -> file.endsWith(FIELDS) && PLAIN.matcher(file).matches())
          .map(file -> file.substring(0, file.length() - FIELDS.length()))
          .filter(name -> !name.equals("common"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Reader getReader(String file) {
    try {
      return new InputStreamReader(open(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LoaderException(e, "cannot read " + file);
    }
  }

  @Override
  public boolean resourceExists(String file) {
    try (InputStream in = open(file)) {
      return in.read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }
}
