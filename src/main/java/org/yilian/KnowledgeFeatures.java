package org.yilian;

import org.yilian.knowledge.CollectionImports;
import org.yilian.knowledge.Knowledge;
import org.yilian.knowledge.LawSearch;
import org.yilian.knowledge.Repeals;
import org.yilian.knowledge.Statutes;
import org.yilian.web.Api;
import org.yilian.web.KnowledgeRoutes;

/** The law at hand, for staff. */
final class KnowledgeFeatures {
  final Knowledge knowledge;

  private final Foundation base;

  KnowledgeFeatures(Foundation base, Knowledge knowledge) {
    this.base = base;
    this.knowledge = knowledge;
  }

  void start() {
    knowledge.start(base.config.vectors());
  }

  void stop() {
    knowledge.stop();
  }

  void addTo(Api api) {
    new KnowledgeRoutes(
            new LawSearch(knowledge, base.clock),
            new Statutes(base.database),
            new Repeals(base.database, knowledge, base.clock),
            new CollectionImports(base.vertx, base.database, base.files, knowledge, base.clock))
        .addTo(api);
  }
}
