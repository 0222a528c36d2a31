package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.identity.Caller;
import org.yilian.kernel.Hash;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/**
 * Links by which a party loads its sealed agreement down in another browser than the one in which
 * it is signed in: ten minutes, one use, and spent by a POST alone, since previews fetch links.
 */
public final class DocumentLinks {
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final LinkStore store = new LinkStore();
  private final AgreementStore agreements = new AgreementStore();
  private final Database database;
  private final Access access;
  private final StoredFiles files;
  private final Clock clock;
  private final String publicUrl;

  DocumentLinks(
      Database database, Access access, StoredFiles files, Clock clock, String publicUrl) {
    this.database = database;
    this.access = access;
    this.files = files;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /** A fresh link for somebody of a side: {@code {url, token, expiresAt}}. */
  public Future<JsonObject> make(Caller caller, String id) {
    String token = Ids.fresh();
    Instant expiresAt = clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
    return database.inTransaction(
        client ->
            access
                .see(client, caller, id)
                .compose(
                    seen -> {
                      if (!seen.viewer().ofSide() || seen.agreement().document() == null) {
                        throw Refusal.notFound();
                      }
                      return store.insert(
                          client, Hash.of(token).value(), id, caller.principalId(), expiresAt);
                    })
                .map(
                    done ->
                        new JsonObject()
                            .put("url", publicUrl + "/d/" + token)
                            .put("token", token)
                            .put("expiresAt", expiresAt.toString())));
  }

  /** The sealed PDF, once. 410 {@code link-spent} for every other try. */
  public Future<Buffer> spend(String token) {
    return database.inTransaction(
        client ->
            store
                .spend(client, Hash.of(token).value(), clock.instant())
                .map(
                    id -> {
                      if (id == null) {
                        throw Refusal.gone("link-spent", "链接已经用过或者过期，请回到原页面重新获取。");
                      }
                      return id;
                    })
                .compose(id -> agreements.find(client, id))
                .compose(agreement -> files.bytes(client, agreement.document().fileId())));
  }
}
