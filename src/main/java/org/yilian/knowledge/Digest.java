package org.yilian.knowledge;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yilian.kernel.Bundled;

/** What ships with the product: gists of articles and typical cases, written for it. */
public record Digest(List<Gist> gists, List<TypicalCase> cases) {
  public Digest {
    gists = List.copyOf(gists);
    cases = List.copyOf(cases);
  }

  /** Reads {@code knowledge/digest.json} and {@code knowledge/cases.json} from the classpath. */
  public static Digest loaded() {
    return new Digest(
        objects("knowledge/digest.json").map(Digest::gist).toList(),
        objects("knowledge/cases.json").map(Digest::typicalCase).toList());
  }

  /** The gist of an article. */
  public Optional<Gist> gist(Citation citation) {
    return gists.stream()
        .filter(gist -> gist.number().equals(citation.number()))
        .filter(gist -> LawName.key(gist.law()).equals(citation.lawKey()))
        .findFirst();
  }

  private static Gist gist(JsonObject entry) {
    ArticleNumber number =
        ArticleNumber.parse(entry.getString("article"))
            .orElseThrow(() -> new IllegalArgumentException("no article number in " + entry));
    return new Gist(
        entry.getString("law"),
        number,
        entry.getString("gist"),
        strings(entry, "types"),
        strings(entry, "words"));
  }

  private static TypicalCase typicalCase(JsonObject entry) {
    return new TypicalCase(
        entry.getString("type"),
        entry.getString("title"),
        entry.getString("facts"),
        entry.getString("outcome"),
        strings(entry, "articles"));
  }

  private static List<String> strings(JsonObject entry, String name) {
    return entry.getJsonArray(name).stream().map(String.class::cast).toList();
  }

  private static Stream<JsonObject> objects(String file) {
    return new JsonArray(Bundled.text(file)).stream().map(JsonObject.class::cast);
  }
}
