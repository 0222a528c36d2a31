package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.yilian.identity.Caller;
import org.yilian.identity.Role;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/**
 * 民转刑, 刑转命: whether a dispute became a crime, or a crime a killing. That nothing is known is not
 * the same as that nothing happened; whoever says either names his source.
 */
public final class Escalations {
  private final EscalationStore store = new EscalationStore();
  private final Cases cases;

  Escalations(Cases cases) {
    this.cases = cases;
  }

  /** What is known. */
  enum Known {
    NONE,
    OCCURRED,
    UNKNOWN
  }

  /** A centre or the police say: {@code {toCriminal, toHomicide, source, version?}}. */
  public Future<Void> say(Caller caller, String disputeId, Form form) {
    Known criminal = form.word("toCriminal", Known.class);
    Known homicide = form.word("toHomicide", Known.class);
    String source = form.text("source", 200);
    if (homicide == Known.OCCURRED && criminal != Known.OCCURRED) {
      form.fault("toHomicide", "发生刑转命的，民转刑也应为已发生。");
    }
    form.check();
    JsonObject fact =
        new JsonObject()
            .put("toCriminal", criminal.name())
            .put("toHomicide", homicide.name())
            .put("source", source);
    return cases.change(
        caller,
        disputeId,
        form,
        found -> {
          if (!may(found.by())) {
            throw Refusal.notFound();
          }
          return store
              .put(found.client(), disputeId, criminal.name(), homicide.name())
              .compose(done -> cases.note(found, "escalation-told", fact));
        });
  }

  /** Whoever looks over the place as a centre, and the police who see the dispute. */
  static boolean may(Actor by) {
    return by.look().centre().isPresent()
        || by.staff().is(Role.COMMUNITY_POLICE)
        || by.staff().is(Role.COMMAND_ROOM);
  }
}
