package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import org.yilian.answers.ConfirmedAnswers;
import org.yilian.answers.HandOvers;
import org.yilian.answers.ServiceFigures;

/** Routes of consultations that go on with a person, for both of them. */
public final class ConsultationRoutes {
  private final HandOvers handOvers;
  private final ConfirmedAnswers confirmed;
  private final ServiceFigures figures;

  public ConsultationRoutes(
      HandOvers handOvers, ConfirmedAnswers confirmed, ServiceFigures figures) {
    this.handOvers = handOvers;
    this.confirmed = confirmed;
    this.figures = figures;
  }

  public void addTo(Api api) {
    api.open(POST, "/answers/:token/hand-over", this::handOver);
    api.open(GET, "/answers/:token/conversation", this::conversation);
    api.open(POST, "/answers/:token/messages", this::say);
    api.signedIn(GET, "/consultations", this::queue);
    api.signedIn(GET, "/consultations/:id", this::one);
    api.signedIn(POST, "/consultations/:id/take", this::take);
    api.signedIn(POST, "/consultations/:id/messages", this::answer);
    api.signedIn(POST, "/consultations/:id/close", this::close);
    api.signedIn(POST, "/consultations/:id/confirmed-answers", this::propose);
    api.signedIn(GET, "/confirmed-answers", this::proposed);
    api.signedIn(POST, "/confirmed-answers/:id/review", this::review);
    api.signedIn(GET, "/service-figures", this::figures);
  }

  private Future<Reply> handOver(Request request) {
    return handOvers.ask(request.path("token"), request.form()).map(Reply::ok).map(Reply::unstored);
  }

  private Future<Reply> conversation(Request request) {
    return handOvers.conversation(request.path("token")).map(Reply::ok).map(Reply::unstored);
  }

  private Future<Reply> say(Request request) {
    return handOvers.say(request.path("token"), request.form()).map(done -> Reply.none());
  }

  private Future<Reply> queue(Request request) {
    return handOvers.queue(request.caller()).map(request::page);
  }

  private Future<Reply> one(Request request) {
    return handOvers.one(request.caller(), request.path("id")).map(Reply::ok);
  }

  private Future<Reply> take(Request request) {
    return handOvers.take(request.caller(), request.path("id")).map(Reply::ok);
  }

  private Future<Reply> answer(Request request) {
    return handOvers.answer(request.caller(), request.path("id"), request.form()).map(Reply::ok);
  }

  private Future<Reply> close(Request request) {
    return handOvers.close(request.caller(), request.path("id")).map(done -> Reply.none());
  }

  private Future<Reply> propose(Request request) {
    return confirmed
        .propose(request.caller(), request.path("id"), request.form())
        .map(Reply::created);
  }

  private Future<Reply> proposed(Request request) {
    return confirmed.open(request.caller()).map(request::page);
  }

  private Future<Reply> review(Request request) {
    return confirmed
        .review(request.caller(), request.path("id"), request.form())
        .map(done -> Reply.none());
  }

  private Future<Reply> figures(Request request) {
    return figures.of(request.caller(), request.queries()).map(Reply::ok);
  }
}
