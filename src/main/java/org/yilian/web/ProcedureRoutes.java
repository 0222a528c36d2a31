package org.yilian.web;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import org.yilian.rooms.Consents;
import org.yilian.rooms.IdentityChecks;
import org.yilian.rooms.JointSessions;
import org.yilian.rooms.Openings;
import org.yilian.rooms.PoliceChecklists;
import org.yilian.rooms.RoomEndings;
import org.yilian.rooms.RoomViews;
import org.yilian.rooms.SafetyAnswers;
import org.yilian.rooms.SafetyFlags;

/** The steps of the procedure. Each answers with the room as the caller now sees it. */
public final class ProcedureRoutes {
  private final RoomViews views;
  private final Openings openings;
  private final RoomEndings endings;
  private final JointSessions joint;
  private final Consents consents;
  private final SafetyAnswers safety;
  private final SafetyFlags flags;
  private final IdentityChecks identities;
  private final PoliceChecklists police;

  public ProcedureRoutes(
      RoomViews views,
      Openings openings,
      RoomEndings endings,
      JointSessions joint,
      Consents consents,
      SafetyAnswers safety,
      SafetyFlags flags,
      IdentityChecks identities,
      PoliceChecklists police) {
    this.views = views;
    this.openings = openings;
    this.endings = endings;
    this.joint = joint;
    this.consents = consents;
    this.safety = safety;
    this.flags = flags;
    this.identities = identities;
    this.police = police;
  }

  public void addTo(Api api) {
    api.signedIn(POST, "/rooms/:id/open", r -> then(r, openings.open(r.caller(), room(r))));
    api.signedIn(POST, "/rooms/:id/resume", r -> then(r, openings.resume(r.caller(), room(r))));
    api.signedIn(POST, "/rooms/:id/pause", this::pause);
    api.signedIn(POST, "/rooms/:id/end", this::end);
    api.signedIn(POST, "/rooms/:id/joint", r -> then(r, joint.propose(r.caller(), room(r))));
    api.signedIn(DELETE, "/rooms/:id/joint", r -> then(r, joint.end(r.caller(), room(r))));
    api.signedIn(POST, "/rooms/:id/consents", this::consent);
    api.signedIn(POST, "/rooms/:id/safety-answers", this::answerSafety);
    api.signedIn(POST, "/rooms/:id/safety-clearings", this::clearFlag);
    api.signedIn(POST, "/rooms/:id/police-checklist", this::answerPolice);
    api.signedIn(POST, "/rooms/:id/members/:memberId/identity-checks", this::checkIdentity);
  }

  private Future<Reply> pause(Request request) {
    return then(request, openings.pause(request.caller(), room(request), request.form()));
  }

  private Future<Reply> end(Request request) {
    return then(request, endings.end(request.caller(), room(request), request.form()));
  }

  private Future<Reply> consent(Request request) {
    return then(request, consents.say(request.caller(), room(request), request.form()));
  }

  private Future<Reply> answerSafety(Request request) {
    return then(request, safety.answer(request.caller(), room(request), request.form()));
  }

  private Future<Reply> clearFlag(Request request) {
    return then(request, flags.clear(request.caller(), room(request), request.form()));
  }

  private Future<Reply> answerPolice(Request request) {
    return then(request, police.answer(request.caller(), room(request), request.form()));
  }

  private Future<Reply> checkIdentity(Request request) {
    String memberId = request.path("memberId");
    return then(
            request, identities.enter(request.caller(), room(request), memberId, request.form()))
        .map(reply -> reply.withStatus(201));
  }

  private Future<Reply> then(Request request, Future<Void> step) {
    return step.compose(done -> views.of(request.caller(), room(request))).map(Reply::ok);
  }

  private static String room(Request request) {
    return request.path("id");
  }
}
