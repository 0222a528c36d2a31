package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of others that judge our documents, each in a process of its own. */
public final class Judge {
  private static final Path CLASS_PATH = Path.of("target", "judges.classpath");
  private static final int MINUTES = 3;

  private Judge() {}

  /** What a program said, and how it ended. */
  public record Verdict(int exit, String words) {}

  /** A program of the machine; without it the test is left out by name, but never in CI. */
  public static Verdict installed(String program, Object... arguments) throws Exception {
    return installed(Map.of(), program, arguments);
  }

  /** As {@link #installed(String, Object...)}, with more in its environment. */
  static Verdict installed(Map<String, String> environment, String program, Object... arguments)
      throws Exception {
    if (!onPath(program)) {
      leaveOut(program + " is not installed");
    }
    return run(command(List.of(program), arguments), environment);
  }

  /** A judge from Maven Central, whose class path Maven writes before the integration tests. */
  public static Verdict java(String source, Object... arguments) throws Exception {
    if (!Files.exists(CLASS_PATH)) {
      leaveOut("no " + CLASS_PATH + ": run this through mvn verify");
    }
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path file = Path.of("src", "test", "validators", source);
    List<String> start =
        List.of(
            java.toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            Files.readString(CLASS_PATH),
            file.toString());
    return run(command(start, arguments), Map.of());
  }

  private static void leaveOut(String why) {
    if ("true".equals(System.getenv("CI"))) {
      fail(why);
    }
    abort(why);
  }

  private static boolean onPath(String program) {
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> command(List<String> start, Object... arguments) {
    List<String> command = new ArrayList<>(start);
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  static Verdict run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), "still running: " + command.get(0));
    return new Verdict(process.exitValue(), words);
  }
}
