package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import java.util.List;
import org.yilian.demo.Cast;
import org.yilian.demo.Plays;
import org.yilian.disputes.IntakeSuggestions;
import org.yilian.documents.Documents;
import org.yilian.identity.Callers;
import org.yilian.identity.SignIn;
import org.yilian.knowledge.Knowledge;
import org.yilian.rooms.LaneSummaries;
import org.yilian.rooms.Rewordings;
import org.yilian.web.Api;
import org.yilian.web.DemoRoutes;
import org.yilian.web.EdgeLimits;
import org.yilian.web.HealthRoutes;
import org.yilian.web.HttpApp;
import org.yilian.web.OpenApiRoutes;
import org.yilian.web.RefreshCookies;
import org.yilian.web.SessionRoutes;
import org.yilian.web.SuggestionRoutes;

/** Every feature, made and joined by hand: the one place where all of them are known. */
final class Features {
  final Foundation base;
  final SpeechFeatures speech;
  final DisputeFeatures disputes;
  final RoomFeatures rooms;
  final CaseFeatures cases;
  final AgreementFeatures agreements;
  final PerformanceFeatures performance;
  final RecordFeatures records;
  final RosterFeatures rosters;
  final AnswerFeatures answers;
  final KnowledgeFeatures knowledge;

  private final HttpApp app;
  private final SecondFactorFeatures secondFactors;
  private final SessionRoutes sessionRoutes;

  private Features(Foundation base, Provisions provisions, Knowledge knowledge) {
    this.base = base;
    Documents documents = provisions.documents();
    speech = new SpeechFeatures(base);
    disputes = new DisputeFeatures(base, speech);
    rooms = new RoomFeatures(base, speech);
    cases = new CaseFeatures(base, disputes, rooms);
    agreements = new AgreementFeatures(base, disputes, rooms, documents, provisions.sealKeys());
    performance = new PerformanceFeatures(base, disputes, agreements, documents);
    records = new RecordFeatures(base, disputes, documents);
    rosters = new RosterFeatures(base, disputes, cases);
    this.knowledge = new KnowledgeFeatures(base, knowledge);
    answers = new AnswerFeatures(base, knowledge);
    String uploads = System.getProperty("java.io.tmpdir") + "/yilian-uploads";
    app =
        new HttpApp(
            base.vertx,
            new HealthRoutes(base.database, () -> documents.load().json()),
            base.config.managementPort(),
            base.sessions,
            uploads,
            base.config.demo(),
            EdgeLimits.DEFAULT.behind(base.config.proxies()));
    secondFactors = new SecondFactorFeatures(base);
    sessionRoutes = sessionRoutes();
    addRoutes(app.api());
  }

  /** Joins everything; in demo mode the cast is engaged. */
  static Future<Features> of(Foundation base, Provisions provisions) {
    return base.vertx
        .executeBlocking(() -> new Knowledge(base.vertx, base.database, provisions.digest()), false)
        .map(knowledge -> new Features(base, provisions, knowledge))
        .compose(
            features ->
                base.config.demo() ? features.engageCast() : Future.succeededFuture(features));
  }

  private Future<Features> engageCast() {
    Cast cast = new Cast(base.vertx, base.database, base.areas, base.organisations, base.people);
    new DemoRoutes(cast.listing(), base.sms).addTo(app.api());
    return cast.engage().compose(engaged -> stagePlays()).map(this);
  }

  private Future<Void> stagePlays() {
    if (!base.config.demoPlays()) {
      return Future.succeededFuture();
    }
    Plays.Stage stage =
        new Plays.Stage(disputes.disputes, cases.rooms, cases.members, cases.invites);
    return new Plays(base.vertx, base.database, base.people, base.organisations, stage).stage();
  }

  private SessionRoutes sessionRoutes() {
    boolean secure = "https".equals(base.config.publicUrl().getScheme());
    RefreshCookies cookies = new RefreshCookies(secure, base.clock);
    Callers callers =
        new Callers(base.database, base.people, base.organisations, secondFactors.factors);
    SignIn signIn =
        new SignIn(
            base.database, base.people, secondFactors.factors, base.sessions, base.throttles);
    return new SessionRoutes(signIn, base.sessions, callers, cookies);
  }

  private void addRoutes(Api api) {
    sessionRoutes.addTo(api);
    secondFactors.addTo(api);
    disputes.addTo(api);
    rooms.addTo(api);
    cases.addTo(api, sessionRoutes);
    agreements.addTo(api);
    performance.addTo(api);
    records.addTo(api);
    rosters.addTo(api);
    answers.addTo(api);
    knowledge.addTo(api);
    suggestionRoutes().addTo(api);
    new OpenApiRoutes(base.vertx.fileSystem()).addTo(api);
  }

  private SuggestionRoutes suggestionRoutes() {
    Rewordings rewordings =
        new Rewordings(base.database, speech.transcripts, disputes.ledger, base.suggestions);
    LaneSummaries summaries =
        new LaneSummaries(base.database, speech.transcripts, disputes.ledger, base.suggestions);
    IntakeSuggestions intake =
        new IntakeSuggestions(base.database, disputes.notes, base.suggestions);
    return new SuggestionRoutes(base.suggestions, rewordings, summaries, intake);
  }

  /** Every route of the API, as {@code GET /rooms/:id}. */
  List<String> routes() {
    return app.api().routes();
  }

  Future<HttpServer> listen(String host, int port) {
    return records
        .start()
        .compose(ready -> rooms.start())
        .compose(started -> agreements.start())
        .onSuccess(started -> base.sms.start())
        .onSuccess(started -> disputes.start())
        .onSuccess(started -> rosters.start())
        .onSuccess(started -> performance.office.start())
        .onSuccess(started -> answers.start())
        .onSuccess(started -> speech.start())
        .onSuccess(started -> knowledge.start())
        .compose(started -> app.listen(rooms.sockets, host, port));
  }

  /** Tells sockets that the server goes, before it goes. */
  Future<Void> drain() {
    base.sms.stop();
    records.stop();
    disputes.stop();
    rosters.stop();
    performance.office.stop();
    agreements.stop();
    answers.stop();
    speech.stop();
    knowledge.stop();
    return rooms.drain();
  }

  /** Listens no longer. */
  Future<Void> close() {
    return app.close();
  }
}
