package org.yilian.documents;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The file in which an operator names the keys of organisations: {@code {"keys": [{"organisation",
 * "pkcs12" or "pkcs11", "alias"?, "passwordFile", "chain"?}]}}, paths from where it lies itself. It
 * holds no secret.
 */
public final class KeyPlaces {
  private static final Set<String> NAMES =
      Set.of("organisation", "pkcs12", "pkcs11", "alias", "passwordFile", "chain");

  private final Path folder;
  private final Consumer<String> faults;
  private final Set<String> organisations = new HashSet<>();

  private KeyPlaces(Path folder, Consumer<String> faults) {
    this.folder = folder;
    this.faults = faults;
  }

  /**
   * What the file names, as far as it is right.
   *
   * @param faults takes each fault, with what would be right
   */
  public static List<KeyPlace> read(Path file, Consumer<String> faults) {
    JsonArray keys = keys(file, faults);
    KeyPlaces reader = new KeyPlaces(file.toAbsolutePath().getParent(), faults);
    List<KeyPlace> places = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      if (keys.getValue(i) instanceof JsonObject key) {
        reader.place(key, "entry " + (i + 1)).ifPresent(places::add);
      } else {
        faults.accept("entry " + (i + 1) + " must be an object");
      }
    }
    return places;
  }

  private static JsonArray keys(Path file, Consumer<String> faults) {
    try {
      Object keys = new JsonObject(Files.readString(file)).getValue("keys");
      if (keys instanceof JsonArray all && !all.isEmpty()) {
        return all;
      }
      faults.accept("must hold keys: {\"keys\": [...]}");
    } catch (IOException e) {
      faults.accept("must be a file that can be read: " + file);
    } catch (DecodeException e) {
      faults.accept("must be JSON: " + file);
    }
    return new JsonArray();
  }

  private Optional<KeyPlace> place(JsonObject key, String entry) {
    List<String> wrong = new ArrayList<>();
    key.fieldNames().stream()
        .filter(name -> !NAMES.contains(name))
        .forEach(name -> wrong.add("knows no " + name));
    key.forEach(
        field -> {
          if (!(field.getValue() instanceof String text) || text.isBlank()) {
            wrong.add(field.getKey() + " must be a text");
          }
        });
    if (key.containsKey("pkcs12") == key.containsKey("pkcs11")) {
      wrong.add("must name either pkcs12 or pkcs11");
    }
    if (!key.containsKey("organisation")) {
      wrong.add("must name its organisation");
    }
    if (wrong.isEmpty() && !organisations.add(key.getString("organisation"))) {
      wrong.add("is the second of " + key.getString("organisation"));
    }
    KeyPlace place = wrong.isEmpty() ? place(key, wrong) : null;
    wrong.forEach(fault -> faults.accept(entry + " " + fault));
    return wrong.isEmpty() ? Optional.of(place) : Optional.empty();
  }

  private KeyPlace place(JsonObject key, List<String> wrong) {
    KeyPlace.Kind kind = key.containsKey("pkcs12") ? KeyPlace.Kind.PKCS12 : KeyPlace.Kind.PKCS11;
    Path file = file(key, kind == KeyPlace.Kind.PKCS12 ? "pkcs12" : "pkcs11", wrong);
    Path password = file(key, "passwordFile", wrong);
    Path chain = key.containsKey("chain") ? file(key, "chain", wrong) : null;
    return wrong.isEmpty()
        ? new KeyPlace(
            key.getString("organisation"),
            kind,
            file,
            Optional.ofNullable(key.getString("alias")),
            password,
            Optional.ofNullable(chain))
        : null;
  }

  private Path file(JsonObject key, String name, List<String> wrong) {
    try {
      Path file = key.containsKey(name) ? folder.resolve(key.getString(name)) : null;
      if (file != null && Files.isReadable(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      // Named below.
    }
    wrong.add(name + " must be a file that can be read");
    return null;
  }
}
