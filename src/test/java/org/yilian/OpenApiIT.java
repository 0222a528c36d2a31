package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Answer;

/** Holds the description of the interface against the routes that there are. */
class OpenApiIT {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private static final TestServer SERVER = TestServer.shared();
  private static JsonObject described;

  /** One operation with where it stands. */
  private record Operation(String method, String path, JsonObject json) {
    String route() {
      return method.toUpperCase() + " " + PARAMETER.matcher(path).replaceAll(":$1");
    }

    List<JsonObject> parameters(String in) {
      return objects(json.getJsonArray("parameters", new JsonArray()))
          .filter(parameter -> in.equals(parameter.getString("in")))
          .toList();
    }
  }

  @BeforeAll
  static void start() {
    described = Actor.stranger(SERVER.port()).get("/openapi.json").expect(200).json();
  }

  @Test
  void everyRouteIsDescribedAndEveryDescriptionHasItsRoute() {
    Set<String> there = new TreeSet<>(SERVER.server().features().routes());
    Set<String> told =
        operations().stream().map(Operation::route).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), without(there, told), "not described");
    assertEquals(Set.of(), without(told, there), "described, but not there");
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    Set<String> schemas =
        described.getJsonObject("components").getJsonObject("schemas").fieldNames();
    Matcher reference = Pattern.compile("#/components/schemas/(\\w+)").matcher(described.encode());
    Set<String> used = new HashSet<>();
    while (reference.find()) {
      used.add(reference.group(1));
    }
    assertEquals(Set.of(), without(used, schemas), "leads nowhere");
    assertEquals(Set.of(), without(schemas, used), "used nowhere");
  }

  @Test
  void everyOperationSaysWhatItIsAndHasANameOfItsOwn() {
    Set<String> names = new HashSet<>();
    for (Operation operation : operations()) {
      assertFalse(operation.json().getString("summary", "").isBlank(), operation.route());
      assertTrue(names.add(operation.json().getString("operationId")), operation.route());
    }
  }

  @Test
  void everyPathParameterIsDescribed() {
    for (Operation operation : operations()) {
      List<String> named = new ArrayList<>();
      Matcher parameter = PARAMETER.matcher(operation.path());
      while (parameter.find()) {
        named.add(parameter.group(1));
      }
      List<String> told =
          operation.parameters("path").stream().map(one -> one.getString("name")).toList();
      assertEquals(named, told, operation.route());
    }
  }

  /** A stranger is refused exactly where the description asks for a token. */
  @Test
  void whatIsOpenIsDescribedAsOpen() {
    Actor stranger = Actor.stranger(SERVER.port());
    for (Operation operation : operations()) {
      String path = PARAMETER.matcher(operation.path()).replaceAll("1");
      String code = call(stranger, operation.method(), path).code();
      boolean asksForToken = !operation.json().containsKey("security");
      assertEquals(asksForToken, "session-missing".equals(code), operation.route());
    }
  }

  @Test
  void everyRefusalIsToldAsAProblemWithItsCodes() {
    for (Operation operation : operations()) {
      JsonObject responses = operation.json().getJsonObject("responses");
      for (String status : responses.fieldNames()) {
        if (status.compareTo("400") >= 0) {
          JsonObject response = resolved(responses.getJsonObject(status));
          String at = operation.route() + " " + status;
          assertTrue(response.getJsonObject("content").containsKey("application/problem+json"), at);
          assertFalse(response.getJsonArray("x-codes").isEmpty(), at);
        }
      }
    }
  }

  @Test
  void everyCodeIsExplainedToPeople() throws IOException {
    String explained = Files.readString(Path.of("docs", "protocol.md"));
    Matcher list = Pattern.compile("\"x-codes\":\\[([^]]*)]").matcher(described.encode());
    Set<String> unexplained = new TreeSet<>();
    while (list.find()) {
      Arrays.stream(list.group(1).replace("\"", "").split(","))
          .filter(code -> !explained.contains("`" + code + "`"))
          .forEach(unexplained::add);
    }
    assertEquals(Set.of(), unexplained);
  }

  private static Answer call(Actor client, String method, String path) {
    return switch (method) {
      case "get" -> client.get(path);
      case "put" -> client.put(path, new JsonObject(), 1);
      case "patch" -> client.patch(path, new JsonObject());
      case "delete" -> client.delete(path);
      default -> client.post(path);
    };
  }

  private static JsonObject resolved(JsonObject response) {
    String reference = response.getString("$ref");
    return reference == null
        ? response
        : described
            .getJsonObject("components")
            .getJsonObject("responses")
            .getJsonObject(reference.substring("#/components/responses/".length()));
  }

  private static Set<String> without(Set<String> these, Set<String> those) {
    Set<String> rest = new TreeSet<>(these);
    rest.removeAll(those);
    return rest;
  }

  private static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    JsonObject paths = described.getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      JsonObject methods = paths.getJsonObject(path);
      methods.fieldNames().stream()
          .filter(METHODS::contains)
          .forEach(
              method -> operations.add(new Operation(method, path, methods.getJsonObject(method))));
    }
    return operations;
  }

  private static java.util.stream.Stream<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast);
  }
}
