package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import org.yilian.kernel.Refusal;

/** The organisations of the installation. */
public final class Organisations {
  private final OrganisationStore store = new OrganisationStore();

  public Future<Optional<Organisation>> find(SqlClient client, String id) {
    return store.find(client, id);
  }

  /** The organisation, or 404. */
  public Future<Organisation> get(SqlClient client, String id) {
    return store.find(client, id).map(found -> found.orElseThrow(Refusal::notFound));
  }

  /** All of a kind, or all where the kind is null, those of the cast first. */
  public Future<List<Organisation>> list(SqlClient client, Organisation.Kind kind) {
    return store.ofKind(client, kind);
  }

  /** Those of these names that are there; two areas may each have one of the same name. */
  public Future<List<Organisation>> named(SqlClient client, List<String> names) {
    return store.named(client, names, List.of(""));
  }

  /** The same of those in these areas alone. */
  public Future<List<Organisation>> namedWithin(
      SqlClient client, List<String> names, List<String> areas) {
    return store.named(client, names, areas);
  }

  public Future<Void> add(SqlClient client, Organisation organisation, int position) {
    return store.insert(client, organisation, position);
  }
}
