package org.yilian.evidence;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.yilian.db.Database;
import org.yilian.identity.Vault;

/** The installation's signing key, made at the first start and kept for all nodes. */
public final class SigningKeys {
  private final SigningKeyStore store = new SigningKeyStore();
  private final Vertx vertx;
  private final Database database;
  private final Vault vault;
  private final Clock clock;
  private Future<SigningKey> current;

  public SigningKeys(Vertx vertx, Database database, Vault vault, Clock clock) {
    this.vertx = vertx;
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /** The key that signs. Asked once at the start, so that nobody waits for it later. */
  public synchronized Future<SigningKey> current() {
    if (current == null || current.failed()) {
      current = read().compose(key -> key != null ? Future.succeededFuture(key) : make());
    }
    return current;
  }

  /**
   * Signs on a worker: the first signature of a process loads and compiles for a while, and a slow
   * machine must not hold an event loop.
   */
  public <T> Future<T> sign(Function<SigningKey, T> work) {
    return current().compose(key -> vertx.executeBlocking(() -> work.apply(key), false));
  }

  private Future<SigningKey> make() {
    return vertx.executeBlocking(SigningKey::make, false).compose(this::keep);
  }

  private Future<SigningKey> keep(SigningKey fresh) {
    byte[] sealed = vault.sealBytes(fresh.privateKey().getEncoded());
    return store.keepFirst(database.pool(), fresh, sealed, clock.instant()).compose(kept -> read());
  }

  private Future<SigningKey> read() {
    return store.all(database.pool()).map(this::newest);
  }

  private SigningKey newest(List<SigningKeyStore.Kept> kept) {
    if (kept.isEmpty()) {
      return null;
    }
    SigningKeyStore.Kept last = kept.get(kept.size() - 1);
    return SigningKey.of(last.publicKey(), vault.openBytes(last.sealedPrivateKey()));
  }
}
