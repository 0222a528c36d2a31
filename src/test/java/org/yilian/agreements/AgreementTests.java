package org.yilian.agreements;

import io.vertx.core.json.JsonObject;
import org.yilian.StageTests;

/** Tests of an agreement between the two sides of a {@link org.yilian.Stage}. */
abstract class AgreementTests extends StageTests {
  static String at(JsonObject agreement) {
    return "/agreements/" + agreement.getString("id");
  }
}
