package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;
import org.yilian.answers.Answers;

/** Routes of questions that anybody may ask. */
public final class AnswerRoutes {
  private final Answers answers;

  public AnswerRoutes(Answers answers) {
    this.answers = answers;
  }

  public void addTo(Api api) {
    api.streamed(POST, "/answers", this::ask);
    api.open(GET, "/answers/:token", this::thread);
    api.open(POST, "/answers/:token/helpful", this::judge);
  }

  private Future<Void> ask(Request request, Consumer<JsonObject> told) {
    return answers.ask(request.form(), request.address(), told);
  }

  private Future<Reply> thread(Request request) {
    return answers.thread(request.path("token")).map(Reply::ok).map(Reply::unstored);
  }

  private Future<Reply> judge(Request request) {
    return answers.judge(request.path("token"), request.form()).map(done -> Reply.none());
  }
}
