package org.yilian;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yilian.language.HttpLanguageModel;
import org.yilian.speech.Machine;

/**
 * The settings of one server, from the environment. All faults are reported at once, by name, and
 * no secret is ever printed.
 */
public record Config(
    int httpPort,
    String httpHost,
    Optional<Integer> managementPort,
    URI publicUrl,
    Path dataDir,
    Optional<String> databaseUrl,
    Optional<String> databaseOwnerUrl,
    Path keyFile,
    boolean demo,
    boolean demoPlays,
    boolean secondFactorRequired,
    Duration lawyerGrace,
    Optional<Path> fontsDir,
    Optional<URI> smsUrl,
    Optional<URI> redisUrl,
    Optional<HttpLanguageModel.Settings> languageModel,
    Optional<Machine> transcriber,
    boolean join,
    int memberRate,
    int memberBurst,
    Set<String> proxies,
    boolean vectors,
    boolean rings,
    SealSettings seals) {

  /** For the embedded database alone. */
  Path databaseFolder() {
    return dataDir.resolve("postgres");
  }

  /** Settings that cannot be used, each with what would be right. */
  public static final class Faulty extends Exception {
    private static final long serialVersionUID = 1L;

    Faulty(List<String> faults) {
      super(String.join(System.lineSeparator(), faults));
    }
  }

  /**
   * Reads the settings.
   *
   * @param environment such as {@code System.getenv()}
   * @throws Faulty with every fault at once
   */
  public static Config from(Map<String, String> environment) throws Faulty {
    Reader reader = new Reader(environment);
    Optional<String> databaseUrl = reader.text("DATABASE_URL");
    boolean demo = reader.flag("DEMO", databaseUrl.isEmpty());
    int port = (int) reader.number("HTTP_PORT", 8080, 0, 65535);
    String host = reader.text("HTTP_HOST").orElse(demo ? "127.0.0.1" : "0.0.0.0");
    Path dataDir = Path.of(reader.text("DATA_DIR").orElse("./data")).toAbsolutePath().normalize();
    Config config =
        new Config(
            port,
            host,
            reader.port("MANAGEMENT_PORT"),
            reader
                .url("PUBLIC_URL", "http", "https")
                .orElse(URI.create("http://localhost:" + port)),
            dataDir,
            databaseUrl,
            reader.text("DATABASE_OWNER_URL"),
            reader.text("KEY_FILE").map(Path::of).orElse(dataDir.resolve("keys.json")),
            demo,
            demo && reader.flag("DEMO_PLAYS", true),
            reader.secondFactorRequired(),
            Duration.ofSeconds(reader.number("LAWYER_GRACE_SECONDS", 60, 1, 3600)),
            reader.text("FONTS_DIR").map(Path::of),
            reader.url("SMS_URL", "http", "https"),
            reader.url("REDIS_URL", "redis", "rediss"),
            reader.languageModel(),
            reader.transcriber(),
            reader.flag("JOIN", false),
            (int) reader.number("MEMBER_RATE", 50, 1, 1_000_000),
            (int) reader.number("MEMBER_BURST", 200, 1, 1_000_000),
            reader.addresses("PROXIES"),
            reader.flag("VECTORS", true),
            reader.flag("IO_URING", true),
            SealSettings.read(reader));
    reader.check(config);
    return config;
  }

  /** Gathers faults while it reads. */
  static final class Reader {
    private static final String PREFIX = "YILIAN_";

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    Reader(Map<String, String> environment) {
      this.environment = environment;
    }

    Optional<String> text(String name) {
      String value = environment.get(PREFIX + name);
      return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.trim());
    }

    boolean flag(String name, boolean otherwise) {
      String value = text(name).orElse(String.valueOf(otherwise));
      if (!value.equals("true") && !value.equals("false")) {
        fault(name, "must be true or false");
      }
      return value.equals("true");
    }

    long number(String name, long otherwise, long min, long max) {
      Optional<String> value = text(name);
      try {
        long number = value.map(Long::parseLong).orElse(otherwise);
        if (number >= min && number <= max) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Named below, with the numbers out of bounds.
      }
      fault(name, "must be a whole number from " + min + " to " + max);
      return otherwise;
    }

    boolean secondFactorRequired() {
      String value = text("SECOND_FACTOR").orElse("optional");
      if (!value.equals("optional") && !value.equals("required")) {
        fault("SECOND_FACTOR", "must be optional or required");
      }
      return value.equals("required");
    }

    /** Empty where there is none. */
    Optional<Integer> port(String name) {
      return text(name).map(given -> (int) number(name, 0, 1, 65535));
    }

    Optional<URI> url(String name, String... schemes) {
      Optional<String> value = text(name);
      try {
        Optional<URI> url = value.map(URI::create);
        if (url.isEmpty() || isServer(url.get(), List.of(schemes))) {
          return url;
        }
      } catch (IllegalArgumentException e) {
        // Named below.
      }
      String allowed = String.join(":// or ", schemes);
      fault(name, "must be an absolute URL that begins with " + allowed + "://");
      return Optional.empty();
    }

    /** Whole or not at all: an address without a model's name asks for nothing. */
    Optional<HttpLanguageModel.Settings> languageModel() {
      Optional<URI> base = url("MODEL_URL", "http", "https");
      Optional<String> model = text("MODEL_NAME");
      Duration within = Duration.ofSeconds(number("MODEL_SECONDS", 20, 1, 120));
      if (base.isPresent() && model.isEmpty()) {
        fault("MODEL_NAME", "must be set with MODEL_URL");
      }
      return base.isPresent() && model.isPresent()
          ? Optional.of(
              new HttpLanguageModel.Settings(base.get(), model.get(), text("MODEL_KEY"), within))
          : Optional.empty();
    }

    /** One of three, or none: then people write down what was said. */
    Optional<Machine> transcriber() {
      Duration within = Duration.ofSeconds(number("VOICE_SECONDS", 300, 1, 3600));
      Optional<URI> base = url("VOICE_URL", "http", "https");
      Optional<String> model = text("VOICE_MODEL");
      if (base.isPresent() && model.isEmpty()) {
        fault("VOICE_MODEL", "must be set with VOICE_URL");
      }
      List<Machine> machines = new ArrayList<>();
      base.ifPresent(
          at -> machines.add(new Machine.OpenAi(at, model.orElse(""), text("VOICE_KEY"), within)));
      url("VOICE_FUNASR_URL", "ws", "wss")
          .ifPresent(at -> machines.add(new Machine.FunAsr(at, within)));
      text("VOICE_VOSK_MODEL")
          .ifPresent(folder -> machines.add(new Machine.Vosk(Path.of(folder), within)));
      if (machines.size() > 1) {
        fault("VOICE_URL", "goes with neither VOICE_FUNASR_URL nor VOICE_VOSK_MODEL: name one");
      }
      return machines.stream().findFirst();
    }

    /** Literal IP addresses with commas between them. */
    Set<String> addresses(String name) {
      Set<String> addresses =
          text(name).stream()
              .flatMap(value -> Stream.of(value.split(",")))
              .map(String::trim)
              .collect(Collectors.toSet());
      if (!addresses.stream().allMatch(address -> address.matches("[0-9a-f.:]*[.:][0-9a-f.:]*"))) {
        fault(name, "must be IP addresses with commas between them");
      }
      return addresses;
    }

    private static boolean isServer(URI url, List<String> schemes) {
      return url.getHost() != null && schemes.contains(url.getScheme());
    }

    void check(Config config) throws Faulty {
      if (!config.demo() && text("PUBLIC_URL").isEmpty()) {
        fault("PUBLIC_URL", "must be set outside demo mode: links and QR codes are made from it");
      }
      if (!config.demo() && config.smsUrl().isEmpty()) {
        fault("SMS_URL", "must be set outside demo mode: parties sign in by SMS");
      }
      if (config.demo() && config.secondFactorRequired()) {
        fault("SECOND_FACTOR", "cannot be required in demo mode: its cast signs in by password");
      }
      if (config.join() && config.databaseUrl().isPresent()) {
        fault("JOIN", "is for the database inside another server; with DATABASE_URL leave it out");
      }
      if (config.databaseOwnerUrl().isPresent() && config.databaseUrl().isEmpty()) {
        fault("DATABASE_OWNER_URL", "is for an outside database: set DATABASE_URL as well");
      }
      if (!faults.isEmpty()) {
        throw new Faulty(faults);
      }
    }

    void fault(String name, String what) {
      faults.add(PREFIX + name + " " + what);
    }
  }
}
