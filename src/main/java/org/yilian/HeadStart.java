package org.yilian;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.yilian.db.EmbeddedPostgres;
import org.yilian.documents.Documents;

/**
 * What of a start needs no event loop, and is begun before there is one: the classes of an event
 * loop take most of a second, in which the other processor would have nothing to do.
 *
 * @param postgres the database inside, where this server starts one
 */
record HeadStart(Optional<CompletableFuture<EmbeddedPostgres>> postgres) {
  static final HeadStart NONE = new HeadStart(Optional.empty());

  /** Begins what the settings ask for. What fails is told by {@link Starting}. */
  static HeadStart of(Config config) {
    Thread fonts = new Thread(Documents::readFonts, "fonts");
    fonts.setDaemon(true);
    boolean inside = config.databaseUrl().isEmpty() && !config.join();
    HeadStart begun =
        new HeadStart(
            inside
                ? Optional.of(EmbeddedPostgres.begin(config.databaseFolder()))
                : Optional.empty());
    fonts.start();
    return begun;
  }
}
