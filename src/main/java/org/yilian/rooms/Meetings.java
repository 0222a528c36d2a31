package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.yilian.calendar.WorkingDays;
import org.yilian.disputes.Hearing;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * The meetings of a mediation that runs over days, and the strip that tells a side what goes on.
 */
public final class Meetings {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA).withZone(WorkingDays.ZONE);
  private static final Texts TEXTS = Texts.of("party");
  private static final int MAX_SUMMARY = 10_000;
  private static final int MAX_LINE = 60;

  private final MeetingStore store = new MeetingStore();
  private final RoomChanges changes;
  private final RoomSignals signals;
  private final Hearing hearing;
  private final Clock clock;

  public Meetings(RoomChanges changes, RoomSignals signals, Hearing hearing, Clock clock) {
    this.changes = changes;
    this.signals = signals;
    this.hearing = hearing;
    this.clock = clock;
  }

  /** Arranges a meeting with every side, or with those named; each is told in its own lane. */
  public Future<JsonObject> arrange(Caller caller, String roomId, Form form) {
    Instant startsAt = form.optionalInstant("startsAt");
    if (startsAt == null && !form.has("startsAt")) {
      form.fault("startsAt", "请填写时间。");
    }
    Meeting.Mode mode = form.word("mode", Meeting.Mode.class);
    List<String> sides = form.texts("sides", 26, 1);
    form.check();
    Meeting meeting = new Meeting(0, startsAt, mode, sides, null, false);
    return changes.change(caller, roomId, scene -> arrange(scene, meeting));
  }

  private Future<JsonObject> arrange(Scene scene, Meeting meeting) {
    scene.only(MemberRole.MEDIATOR, MemberRole.COMMUNITY_POLICE);
    scene.mustNotHaveEnded();
    for (String side : meeting.sides()) {
      scene.laneOf(side);
    }
    String when = TIME.format(meeting.startsAt());
    String how = TEXTS.get("meeting." + meeting.mode().name());
    scene.sides().stream()
        .filter(meeting::concerns)
        .forEach(side -> scene.tellSide(side, "meeting-arranged", when, how));
    return store
        .add(scene.client(), scene.room().id(), meeting, scene.actor().id())
        .map(
            n ->
                new JsonObject()
                    .put("n", n)
                    .put("startsAt", meeting.startsAt().toString())
                    .put("mode", meeting.mode().name()));
  }

  /** Writes down how a meeting went: for staff, unless it is shared with those who took part. */
  public Future<Void> summarise(Caller caller, String roomId, int n, Form form) {
    String text = form.text("text", MAX_SUMMARY);
    boolean shared = Boolean.TRUE.equals(form.optionalFlag("shared"));
    form.check();
    return changes.change(
        caller,
        roomId,
        scene -> {
          scene.only(MemberRole.MEDIATOR);
          scene.fact("meeting-summarised", new JsonObject().put("n", n).put("shared", shared));
          return summarise(scene, n, text, shared);
        });
  }

  private Future<Void> summarise(Scene scene, int n, String text, boolean shared) {
    return store
        .ofRoom(scene.client(), scene.room().id())
        .map(all -> all.stream().filter(m -> m.n() == n).findFirst().orElseThrow(Refusal::notFound))
        .compose(
            meeting -> {
              if (shared) {
                scene.sides().stream().filter(meeting::concerns).forEach(scene::concerns);
              }
              return store.summarise(scene.client(), scene.room().id(), n, text, shared);
            })
        .compose(done -> hearing.heed(scene.client(), scene.room().disputeId(), text))
        .mapEmpty();
  }

  /** Shows one side what staff are doing, such as that the mediator talks elsewhere for a while. */
  public Future<Void> showLine(Caller caller, String roomId, Form form) {
    String side = form.text("side", 1);
    String text = form.optionalText("text", MAX_LINE);
    form.check();
    StatusLine line = new StatusLine(side, text, clock.instant());
    return changes
        .change(
            caller,
            roomId,
            scene -> {
              scene.only(MemberRole.MEDIATOR, MemberRole.COMMUNITY_POLICE);
              scene.laneOf(side);
              return store.show(scene.client(), roomId, line);
            })
        .onSuccess(shown -> signals.statusLine(roomId, side, text, line.at()));
  }
}
