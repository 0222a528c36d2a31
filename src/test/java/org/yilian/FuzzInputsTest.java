package org.yilian;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yilian.identity.TokenFuzz;
import org.yilian.rooms.TicketFuzz;
import org.yilian.web.ClientFrameFuzz;
import org.yilian.web.FrameFuzz;
import org.yilian.web.Utf8Fuzz;

/** The inputs that fuzzing was begun with or has found, through the same targets. */
class FuzzInputsTest {
  private static final Path KEPT = Path.of("src", "test", "resources", "fuzz");
  private static final Map<String, Consumer<byte[]>> TARGETS =
      Map.of(
          "frames", FrameFuzz::fuzzerTestOneInput,
          "utf8", Utf8Fuzz::fuzzerTestOneInput,
          "json", ClientFrameFuzz::fuzzerTestOneInput,
          "ticket", TicketFuzz::fuzzerTestOneInput,
          "token", TokenFuzz::fuzzerTestOneInput);

  @TestFactory
  Stream<DynamicTest> keptInputs() {
    return TARGETS.keySet().stream().sorted().flatMap(FuzzInputsTest::inputs);
  }

  private static Stream<DynamicTest> inputs(String target) {
    try (Stream<Path> files = Files.list(KEPT.resolve(target))) {
      List<Path> inputs = files.sorted().toList();
      assertFalse(inputs.isEmpty(), "no inputs of " + target);
      return inputs.stream()
          .map(
              input ->
                  dynamicTest(
                      target + " " + input.getFileName(),
                      () -> TARGETS.get(target).accept(Files.readAllBytes(input))));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
