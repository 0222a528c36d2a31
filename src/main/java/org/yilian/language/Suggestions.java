package org.yilian.language;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.identity.Throttles;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * What a model proposes to a member of staff, who decides. Whatever goes wrong with the model, the
 * answer is that there is no suggestion, and the work goes on.
 */
public final class Suggestions {
  private static final Texts TEXTS = Texts.of("suggestions");
  private static final int OF_PERSON = 60;
  private static final int LEAKED = 12;
  private static final Pattern NO_HAN = Pattern.compile("\\P{IsHan}+");

  private final Optional<LanguageModel> model;
  private final Database database;
  private final Throttles throttles;

  /**
   * @param model where the operator has one
   */
  public Suggestions(Optional<LanguageModel> model, Database database, Throttles throttles) {
    this.model = model;
    this.database = database;
    this.throttles = throttles;
  }

  /** Whether anything can be proposed here at all. */
  public boolean offered() {
    return model.isPresent();
  }

  /**
   * Lets the model write one text. Who may ask is decided before.
   *
   * @param input as it may leave: masked
   * @param longest a longer text is no suggestion
   * @return nothing where there is no model or no usable text; fails with 429 alone
   */
  public Future<Optional<String>> write(
      Caller.Staff caller, String instructions, String input, int longest) {
    return model.isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : slowDown(caller).compose(may -> written(instructions, input, longest));
  }

  private Future<Void> slowDown(Caller.Staff caller) {
    String subject = "suggestions:" + caller.principalId();
    return database
        .inTransaction(
            client ->
                throttles
                    .check(client, subject, OF_PERSON)
                    .compose(may -> throttles.failed(client, subject)))
        .recover(
            failure ->
                Database.refused(failure) instanceof Refusal refusal && refusal.status() == 429
                    ? Future.failedFuture(
                        Refusal.of(429, "too-many-suggestions", TEXTS.get("too-many")))
                    : Future.failedFuture(failure));
  }

  private Future<Optional<String>> written(String instructions, String input, int longest) {
    StringBuilder text = new StringBuilder();
    return model
        .get()
        .write(instructions, input, piece -> text.append(piece).length() <= longest)
        .map(done -> Optional.of(text.toString().strip()))
        .otherwise(Optional.empty())
        .map(whole -> whole.filter(words -> usable(words, instructions, longest)));
  }

  private static boolean usable(String words, String instructions, int longest) {
    return !words.isEmpty() && words.length() <= longest && !repeats(words, instructions);
  }

  /** Whether it tells what it was told to do; the signs of a format are meant to be repeated. */
  private static boolean repeats(String words, String instructions) {
    String written = NO_HAN.matcher(words).replaceAll("");
    String told = NO_HAN.matcher(instructions).replaceAll("");
    return IntStream.rangeClosed(0, written.length() - LEAKED)
        .anyMatch(i -> told.contains(written.substring(i, i + LEAKED)));
  }

  /** The mark that everything carries that a model proposed. */
  public static JsonObject labelled() {
    return JsonObject.of("label", TEXTS.get("label"));
  }

  /** The same where there is nothing to propose. */
  public static JsonObject none() {
    return labelled().put("none", TEXTS.get("none"));
  }
}
