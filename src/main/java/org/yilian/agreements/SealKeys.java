package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.documents.Documents;
import org.yilian.documents.OutsideKeys;
import org.yilian.documents.SealAuthority;
import org.yilian.documents.SealKey;
import org.yilian.documents.Suite;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.identity.Vault;

/**
 * The keys by which host organisations seal: those of another authority that the settings name, or
 * else made at the first use and kept in the database, sealed by the vault, so that every node has
 * them and a backup without the key file gives none away.
 */
public final class SealKeys {
  private static final Logger LOG = LoggerFactory.getLogger(SealKeys.class);
  private static final String AUTHORITY = "authority";

  /** The vault keeps the bytes; PKCS#12 only wants to have some password. */
  private static final char[] PASSWORD = "vault".toCharArray();

  private final SealKeyStore store = new SealKeyStore();
  private final Map<String, Future<?>> open = new ConcurrentHashMap<>();
  private final Database database;
  private final Documents documents;
  private final Vault vault;
  private final OutsideKeys outside;
  private final Suite suite;
  private final Clock clock;

  /**
   * @param outside keys of other authorities, which stand before those that are made here
   * @param suite of keys that are made from now on; those of the other remain known
   */
  public SealKeys(
      Database database,
      Documents documents,
      Vault vault,
      OutsideKeys outside,
      Suite suite,
      Clock clock) {
    this.database = database;
    this.documents = documents;
    this.vault = vault;
    this.outside = outside;
    this.suite = suite;
    this.clock = clock;
  }

  /**
   * Tells in the log of keys whose organisation nobody here has heard of: a name that was mistyped
   * seals nothing, and its organisation with a key made here.
   */
  public Future<Void> tellOfStrangers(Organisations organisations) {
    return organisations
        .named(database.pool(), List.copyOf(outside.organisations()))
        .map(found -> found.stream().map(Organisation::name).collect(Collectors.toSet()))
        .onSuccess(
            known ->
                outside.organisations().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> LOG.warn("a sealing key is of nobody here name={}", name)))
        .mapEmpty();
  }

  /** The authority of this installation. */
  Future<SealAuthority> authority() {
    return cached(
        owner(AUTHORITY, suite),
        () -> documents.createAuthority(suite),
        made -> made.toPkcs12(PASSWORD),
        bytes -> SealAuthority.open(suite, bytes, PASSWORD));
  }

  /**
   * It, and the one of another suite by which documents were sealed before: verification trusts
   * both.
   */
  Future<List<SealAuthority>> authorities() {
    Future<List<SealAuthority>> all = authority().map(List::of);
    for (Suite other : Suite.values()) {
      all = other == suite ? all : all.compose(known -> with(known, other));
    }
    return all;
  }

  private Future<List<SealAuthority>> with(List<SealAuthority> known, Suite other) {
    return read(owner(AUTHORITY, other), bytes -> SealAuthority.open(other, bytes, PASSWORD))
        .map(found -> Stream.concat(known.stream(), Stream.ofNullable(found)).toList());
  }

  /** The key of an organisation, for {@link Seals} alone. */
  Future<SealKey> of(Organisation organisation) {
    return outside
        .of(organisation.name())
        .map(Future::succeededFuture)
        .orElseGet(() -> made(organisation));
  }

  private Future<SealKey> made(Organisation organisation) {
    return cached(
        owner(organisation.id(), suite),
        () -> authority().compose(root -> documents.issueKey(root, organisation.name())),
        made -> made.toPkcs12(PASSWORD),
        bytes -> SealKey.open(suite, bytes, PASSWORD));
  }

  private static String owner(String id, Suite suite) {
    return suite == Suite.RSA ? id : suite.name().toLowerCase(Locale.ROOT) + "/" + id;
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
