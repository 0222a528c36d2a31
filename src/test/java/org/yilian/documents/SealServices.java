package org.yilian.documents;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An authority with a clock, lists, and a key of the demo's committee, as an operator sets it up.
 */
public final class SealServices implements AutoCloseable {
  private static final String PASSWORD = "only for this test";
  private static final String COMMITTEE = "演示街道人民调解委员会";

  private final Path folder;
  private final CrlServer lists;
  private final TimestampResponder clock;
  private final Supplier<TimestampResponder> nextClock;
  private Optional<TimestampResponder> next = Optional.empty();

  private SealServices(
      Path folder,
      CrlServer lists,
      TimestampResponder clock,
      Supplier<TimestampResponder> nextClock) {
    this.folder = folder;
    this.lists = lists;
    this.clock = clock;
    this.nextClock = nextClock;
  }

  /** Writes its files into the folder, and listens; all of it by one clock. */
  public static SealServices start(Vertx vertx, Path folder, Clock now) throws IOException {
    CrlServer lists = new CrlServer(vertx);
    ForeignAuthority authority = lists.authority("某电子认证公司", now);
    Supplier<TimestampResponder> clocks =
        () -> new TimestampResponder(vertx, authority, ForeignAuthority.sharedRsa(), now);
    TimestampResponder clock = clocks.get();
    Certificates.Pair key = authority.forSeals(COMMITTEE);
    Files.write(folder.resolve("seal.p12"), authority.pkcs12(key, PASSWORD.toCharArray()));
    Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    Files.write(
        folder.resolve("ca.pem"),
        SealedSamples.pem(Certificates.holder(authority.root()).getEncoded()));
    JsonObject place =
        new JsonObject()
            .put("organisation", COMMITTEE)
            .put("pkcs12", "seal.p12")
            .put("passwordFile", "password");
    Files.writeString(
        folder.resolve("keys.json"), new JsonObject().put("keys", JsonArray.of(place)).encode());
    return new SealServices(folder, lists, clock, clocks);
  }

  /** What an operator sets. */
  public Map<String, String> settings() {
    return Map.of(
        "TIMESTAMP_URL",
        clock.url().toString(),
        "TIMESTAMP_SECONDS",
        "2",
        "TIMESTAMP_CA",
        folder.resolve("ca.pem").toString(),
        "TIMESTAMP_POLICY",
        TimestampResponder.POLICY,
        "SEAL_KEYS",
        folder.resolve("keys.json").toString(),
        "SEAL_REVOCATION",
        "true");
  }

  public TimestampResponder clock() {
    return clock;
  }

  /** From now on the clock has a new certificate, which lasts longer. */
  public void renewClock() {
    TimestampResponder newer = nextClock.get();
    next = Optional.of(newer);
    clock.handOverTo(newer);
  }

  @Override
  public void close() {
    next.ifPresent(TimestampResponder::close);
    clock.close();
    lists.close();
  }
}
