package org.yilian;

import org.yilian.identity.Enrolments;
import org.yilian.identity.FactorResets;
import org.yilian.identity.FactorSwitch;
import org.yilian.identity.SecondFactors;
import org.yilian.web.Api;
import org.yilian.web.SecondFactorRoutes;

/** What staff show beside their password. */
final class SecondFactorFeatures {
  final SecondFactors factors;
  final FactorResets resets;

  private final SecondFactorRoutes routes;

  SecondFactorFeatures(Foundation base) {
    SecondFactors.Ground ground =
        new SecondFactors.Ground(
            base.database,
            base.people,
            base.vault,
            base.codes,
            base.sms,
            base.throttles,
            base.audit,
            base.clock);
    factors = new SecondFactors(ground, base.config.secondFactorRequired());
    resets = new FactorResets(ground, base.organisations, base.areas, base.sessions);
    routes =
        new SecondFactorRoutes(
            new Enrolments(factors, ground),
            new FactorSwitch(factors, ground, base.sessions),
            resets);
  }

  void addTo(Api api) {
    routes.addTo(api);
  }
}
