package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yilian.db.Database;
import org.yilian.documents.Documents;
import org.yilian.documents.SealAuthority;
import org.yilian.documents.SealKey;
import org.yilian.identity.Organisation;
import org.yilian.identity.Vault;

/**
 * The keys by which host organisations seal, made at the first use and kept in the database, sealed
 * by the vault, so that every node has them and a backup without the key file gives none away.
 */
public final class SealKeys {
  private static final String AUTHORITY = "authority";

  /** The vault keeps the bytes; PKCS#12 only wants to have some password. */
  private static final char[] PASSWORD = "vault".toCharArray();

  private final SealKeyStore store = new SealKeyStore();
  private final Map<String, Future<?>> open = new ConcurrentHashMap<>();
  private final Database database;
  private final Documents documents;
  private final Vault vault;
  private final Clock clock;

  public SealKeys(Database database, Documents documents, Vault vault, Clock clock) {
    this.database = database;
    this.documents = documents;
    this.vault = vault;
    this.clock = clock;
  }

  /** The authority of this installation, which verification trusts. */
  public Future<SealAuthority> authority() {
    return cached(
        AUTHORITY,
        documents::createAuthority,
        made -> made.toPkcs12(PASSWORD),
        bytes -> SealAuthority.open(bytes, PASSWORD));
  }

  /** The key of an organisation. */
  public Future<SealKey> of(Organisation organisation) {
    return cached(
        organisation.id(),
        () -> authority().compose(root -> documents.issueKey(root, organisation.name())),
        made -> made.toPkcs12(PASSWORD),
        bytes -> SealKey.open(bytes, PASSWORD));
  }

  @SuppressWarnings("unchecked") // one owner has one type of key
  private <T> Future<T> cached(
      String owner,
      Supplier<Future<T>> maker,
      Function<T, byte[]> writer,
      Function<byte[], T> reader) {
    Future<?> known = open.get(owner);
    if (known != null && !known.failed()) {
      return (Future<T>) known;
    }
    Future<T> key =
        read(owner, reader)
            .compose(
                found ->
                    found != null
                        ? Future.succeededFuture(found)
                        : make(owner, maker, writer).compose(done -> read(owner, reader)));
    open.put(owner, key);
    return key;
  }

  private <T> Future<T> read(String owner, Function<byte[], T> reader) {
    return store
        .find(database.pool(), owner)
        .map(found -> found == null ? null : reader.apply(vault.openBytes(found.getBytes())));
  }

  private <T> Future<Void> make(
      String owner, Supplier<Future<T>> maker, Function<T, byte[]> writer) {
    return maker
        .get()
        .map(made -> Buffer.buffer(vault.sealBytes(writer.apply(made))))
        .compose(bytes -> store.keep(database.pool(), owner, bytes, clock.instant()));
  }
}
