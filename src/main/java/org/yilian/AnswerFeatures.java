package org.yilian;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.answers.Answers;
import org.yilian.answers.ConfirmedAnswers;
import org.yilian.answers.HandOvers;
import org.yilian.answers.ServiceFigures;
import org.yilian.kernel.Periodic;
import org.yilian.knowledge.Knowledge;
import org.yilian.web.AnswerRoutes;
import org.yilian.web.Api;
import org.yilian.web.ConsultationRoutes;

/** Questions and answers, for people without an account. */
final class AnswerFeatures {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerFeatures.class);
  private static final long MILLIS_BETWEEN_SWEEPS = 3_600_000;

  final Answers answers;
  final HandOvers handOvers;
  final ConfirmedAnswers confirmed;
  final ServiceFigures figures;

  private final Periodic forgetting;

  AnswerFeatures(Foundation base, Knowledge knowledge) {
    answers =
        new Answers(
            base.database, base.vault, base.throttles, knowledge, base.languageModel, base.clock);
    handOvers = new HandOvers(base.database, base.vault, base.clock);
    confirmed = new ConfirmedAnswers(base.database, handOvers, knowledge, base.vault, base.clock);
    figures = new ServiceFigures(base.database, base.clock);
    forgetting =
        new Periodic(
            base.vertx,
            MILLIS_BETWEEN_SWEEPS,
            () ->
                handOvers
                    .tidy()
                    .compose(lapsed -> answers.forget())
                    .onFailure(failure -> LOG.warn("old consultations stay", failure)));
  }

  void start() {
    forgetting.start();
  }

  void stop() {
    forgetting.stop();
  }

  void addTo(Api api) {
    new AnswerRoutes(answers).addTo(api);
    new ConsultationRoutes(handOvers, confirmed, figures).addTo(api);
  }
}
