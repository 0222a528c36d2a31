package org.yilian.answers;

import static org.yilian.answers.Answer.part;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.WorkingDays;
import org.yilian.db.Database;
import org.yilian.identity.Throttles;
import org.yilian.identity.Vault;
import org.yilian.kernel.Form;
import org.yilian.kernel.Hash;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;
import org.yilian.knowledge.Knowledge;
import org.yilian.language.LanguageModel;

/**
 * Answers to whoever asks, without an account. Dangers come first, before anything is looked up;
 * every article that is named exists; nothing is promised about an outcome.
 */
public final class Answers {
  private static final Texts TEXTS = Texts.of("answers");
  private static final int OF_DEVICE = 40;
  private static final int OF_ADDRESS = 200;

  private final Database database;
  private final Throttles throttles;
  private final Threads threads;
  private final Composer composer;
  private final Optional<ModelConclusion> model;
  private final Clock clock;

  /**
   * @param model rewords conclusions, where the operator has one
   */
  public Answers(
      Database database,
      Vault vault,
      Throttles throttles,
      Knowledge knowledge,
      Optional<LanguageModel> model,
      Clock clock) {
    this.database = database;
    this.throttles = throttles;
    this.threads = new Threads(database, vault, clock);
    this.composer = new Composer(knowledge, Guides.loaded(), new Deadlines(WorkingDays.loaded()));
    this.model = model.map(ModelConclusion::new);
    this.clock = clock;
  }

  /**
   * Answers {@code {question, thread?, device?}} part by part.
   *
   * @param address of the asker, for the limit
   * @param told takes each part as it is ready: {@code {part: emergency | thread | conclusion |
   *     conclusion-again | articles | cases | next | end, …}}
   */
  public Future<Void> ask(Form form, String address, Consumer<JsonObject> told) {
    Question question = Question.read(form);
    Optional<Alarm> alarm = question.alarm();
    alarm.ifPresent(danger -> told.accept(emergency(danger)));
    return slowDown(question, address)
        .compose(may -> threads.open(question.thread()))
        .compose(thread -> answer(question, alarm, thread, told));
  }

  private static JsonObject emergency(Alarm alarm) {
    JsonArray calls = new JsonArray();
    for (String number : alarm.calls()) {
      calls.add(JsonObject.of("number", number, "name", TEXTS.get("call." + number)));
    }
    return part("emergency")
        .put("kind", alarm.name())
        .put("text", TEXTS.get("emergency." + alarm.name()))
        .put("after", TEXTS.get("emergency." + alarm.name() + ".after"))
        .put("calls", calls);
  }

  private Future<Void> slowDown(Question question, String address) {
    String device = question.device() == null ? "none@" + address : question.device();
    return database
        .inTransaction(
            client -> {
              String ofDevice = "answers-device:" + Hash.of(device).hex();
              String ofAddress = "answers-address:" + address;
              return throttles
                  .check(client, ofDevice, OF_DEVICE)
                  .compose(may -> throttles.check(client, ofAddress, OF_ADDRESS))
                  .compose(may -> throttles.failed(client, ofDevice))
                  .compose(counted -> throttles.failed(client, ofAddress));
            })
        .recover(Answers::tooMany);
  }

  private static Future<Void> tooMany(Throwable failure) {
    boolean throttled =
        Database.refused(failure) instanceof Refusal refusal && refusal.status() == 429;
    return Future.failedFuture(
        throttled ? Refusal.of(429, "too-many-questions", TEXTS.get("too-many")) : failure);
  }

  private Future<Void> answer(
      Question question, Optional<Alarm> alarm, Threads.Thread thread, Consumer<JsonObject> told) {
    told.accept(part("thread").put("token", thread.token()));
    return compose(question, alarm, thread)
        .compose(answer -> conclude(question, alarm, answer, told))
        .compose(concluded -> keep(question, alarm, thread, concluded, told));
  }

  /** An answer with its conclusion told already, and by whom. */
  private record Concluded(Answer answer, boolean byModel) {}

  /** Tells the conclusion: a model's where there is one and it holds, else that by rule. */
  private Future<Concluded> conclude(
      Question question, Optional<Alarm> alarm, Answer answer, Consumer<JsonObject> told) {
    boolean reworded =
        model.isPresent() && alarm.isEmpty() && answer.kind() == Answer.Kind.ANSWERED;
    if (!reworded) {
      answer.conclusion().forEach(text -> told.accept(conclusion(text)));
      return Future.succeededFuture(new Concluded(answer, false));
    }
    return model
        .get()
        .of(question.text(), answer, text -> told.accept(conclusion(text)))
        .map(
            words -> {
              if (words.isPresent()) {
                return new Concluded(answer.concluding(words.get()), true);
              }
              told.accept(part("conclusion-again"));
              answer.conclusion().forEach(text -> told.accept(conclusion(text)));
              return new Concluded(answer, false);
            });
  }

  private static JsonObject conclusion(String text) {
    return part("conclusion").put("text", text);
  }

  private Future<Void> keep(
      Question question,
      Optional<Alarm> alarm,
      Threads.Thread thread,
      Concluded concluded,
      Consumer<JsonObject> told) {
    Answer answer = concluded.answer();
    tell(answer, told);
    return threads
        .keep(thread, question.text(), answer, label(concluded), alarm, counts(answer, alarm))
        .onSuccess(turn -> told.accept(end(concluded, turn)))
        .mapEmpty();
  }

  private Future<Answer> compose(Question question, Optional<Alarm> alarm, Threads.Thread thread) {
    if (alarm.filter(danger -> danger == Alarm.SELF_HARM).isPresent()) {
      String words = TEXTS.get("emergency.SELF_HARM.after");
      return Future.succeededFuture(Answer.plain(Answer.Kind.COMFORTED, words));
    }
    Optional<Limits> limit = Limits.met(question.text());
    if (limit.isPresent()) {
      String words = TEXTS.get(limit.get() == Limits.PRIVATE ? "private" : "steering");
      return Future.succeededFuture(Answer.plain(Answer.Kind.REFUSED, words));
    }
    return composer.answer(question.text(), thread.earlier(), alarm, today());
  }

  private static void tell(Answer answer, Consumer<JsonObject> told) {
    if (answer.kind() == Answer.Kind.ANSWERED) {
      told.accept(answer.articlesJson());
      told.accept(answer.casesJson());
      told.accept(answer.nextJson());
    }
  }

  private static JsonObject end(Concluded concluded, int turn) {
    Answer answer = concluded.answer();
    return part("end")
        .put("kind", answer.kind().name())
        .put("type", answer.type())
        .put("turn", turn)
        .put("label", label(concluded));
  }

  private static String label(Concluded concluded) {
    return TEXTS.get(concluded.byModel() ? "label.model" : "label");
  }

  private static List<ServiceMeasure> counts(Answer answer, Optional<Alarm> alarm) {
    List<ServiceMeasure> counts = new ArrayList<>();
    counts.add(ServiceMeasure.CONSULTATIONS);
    alarm.ifPresent(danger -> counts.add(ServiceMeasure.EMERGENCIES));
    if (answer.kind() == Answer.Kind.ANSWERED) {
      counts.add(ServiceMeasure.ANSWERED);
    } else if (answer.kind() != Answer.Kind.COMFORTED) {
      counts.add(ServiceMeasure.DECLINED);
    }
    return counts;
  }

  /** The thread of a token, as its asker may read it again. */
  public Future<JsonObject> thread(String token) {
    return threads.read(token).map(Answers::withDangers);
  }

  /** Whoever comes back to a danger finds the numbers to call again. */
  private static JsonObject withDangers(JsonObject thread) {
    for (Object turn : thread.getJsonArray("turns")) {
      JsonObject told = (JsonObject) turn;
      Alarm.in(told.getString("question"))
          .ifPresent(danger -> told.put("emergency", emergency(danger)));
    }
    return thread;
  }

  /** Takes {@code {turn, helpful}}. */
  public Future<Void> judge(String token, Form form) {
    Long turn = form.number("turn", 1, 10_000);
    Boolean helpful = form.flag("helpful");
    form.check();
    return threads.judge(token, turn.intValue(), helpful);
  }

  /** Forgets threads that nobody went on with. */
  public Future<Integer> forget() {
    return threads.forget();
  }

  private LocalDate today() {
    return Deadlines.dateOf(clock.instant());
  }
}
