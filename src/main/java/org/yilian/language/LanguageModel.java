package org.yilian.language;

import io.vertx.core.Future;
import java.util.function.Predicate;

/** A model that writes, where the operator has one. Nothing of the product depends on it. */
public interface LanguageModel {
  /**
   * Lets it write.
   *
   * @param instructions what to do, by this project
   * @param input what to do it with; may hold anybody's words
   * @param piece takes what is written as it comes, and says whether to go on
   * @return fails where the model is away, too slow or talks nonsense; what came before may stand
   */
  Future<Void> write(String instructions, String input, Predicate<String> piece);
}
