package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yilian.kernel.Refusal;

/** The members of staff. */
public final class People {
  private final PersonStore store = new PersonStore();
  private final Vertx vertx;

  public People(Vertx vertx) {
    this.vertx = vertx;
  }

  public Future<Optional<Person>> find(SqlClient client, String id) {
    return store.byId(client, id).map(account -> account.map(PersonStore.Account::person));
  }

  /** The person, or 404. */
  public Future<Person> get(SqlClient client, String id) {
    return find(client, id).map(found -> found.orElseThrow(Refusal::notFound));
  }

  public Future<List<Person>> ofRole(SqlClient client, Role role) {
    return store.ofRole(client, role);
  }

  /** The ids of those of these names that somebody active signs in by. */
  public Future<Map<String, String>> idsOf(SqlClient client, List<String> usernames) {
    return store.ids(client, usernames);
  }

  /** The phones of those of these people who have one, by person: for an SMS, and never shown. */
  public Future<Map<String, String>> phones(SqlClient client, List<String> ids) {
    return store.phones(client, ids);
  }

  /** What is stored of a password, made away from the event loop. */
  public Future<String> hashed(String password) {
    return vertx.executeBlocking(() -> Passwords.hash(password), false);
  }

  /** Those of these names that somebody signs in by. */
  public Future<Set<String>> known(SqlClient client, List<String> usernames) {
    return store.known(client, usernames);
  }

  /** Adds a person with a password that {@link #hashed} made. */
  public Future<Void> add(SqlClient client, Person person, String passwordHash, String phone) {
    return store.insert(client, new PersonStore.Account(person, passwordHash, phone));
  }

  /**
   * Says where somebody works beside his home organisation; null takes it back.
   *
   * @param servingId the organisation that he serves in (派驻、包片)
   * @param areaCode his own grid or area
   */
  public Future<Void> station(
      SqlClient client, String personId, String servingId, String areaCode) {
    return store.station(client, personId, servingId, areaCode);
  }

  /** The person whose name and password these are; takes the same time for an unknown name. */
  Future<Optional<Person>> withPassword(SqlClient client, String username, String password) {
    return store
        .byUsername(client, username)
        .compose(account -> vertx.executeBlocking(() -> check(account, password), false));
  }

  private static Optional<Person> check(Optional<PersonStore.Account> account, String password) {
    String stored = account.map(PersonStore.Account::passwordHash).orElseGet(() -> Unknown.HASH);
    boolean right = Passwords.matches(password, stored);
    return right ? account.map(PersonStore.Account::person) : Optional.empty();
  }

  /** Made at its first use, which is on a worker: hashing blocks. */
  private static final class Unknown {
    static final String HASH = Passwords.hash("nobody has this password");
  }
}
