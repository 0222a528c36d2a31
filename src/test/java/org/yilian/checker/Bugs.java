package org.yilian.checker;

import java.util.List;
import org.yilian.checker.Bug.Edit;
import org.yilian.checker.Bug.Shows;

/** The bugs that the checker has to find, or it is worth nothing. */
final class Bugs {
  private static final String ROOMS = "org/yilian/rooms/";
  private static final String WRITER = ROOMS + "WriterStore.java";
  private static final String PLAIN = ROOMS + "PlainWriteStore.java";
  private static final String CAREFUL = ROOMS + "CarefulWriteStore.java";
  private static final String ACCESS = ROOMS + "LaneAccess.java";
  private static final String RENDERING = ROOMS + "Rendering.java";

  private Bugs() {}

  static List<Bug> all() {
    return List.of(
        numbersFromASequence(),
        Bug.of(
            "ack-before-commit",
            Shows.IN_FAULTS,
            allWrittenCarefully(),
            edit(CAREFUL, "join(begun, locked, stored, committed)", "join(begun, locked, stored)")),
        Bug.of(
            "no-dedup",
            Shows.AT_ONCE,
            edit(
                CAREFUL,
                "f.client_id, $6, f.body, f.relay_of",
                "f.client_id || '~' || f.seq, $6, f.body, f.relay_of"),
            edit(
                PLAIN,
                "f.client_id, $2, f.body, f.relay_of",
                "f.client_id || '~' || f.seq, $2, f.body, f.relay_of")),
        pushFromMemoryOnly(),
        Bug.of(
            "lane-filter-dropped",
            Shows.AT_ONCE,
            edit(ACCESS, "lane.isOf(member.side()) && known(member, lane)", "known(member, lane)")),
        staleMembership(),
        Bug.of(
            "revocation-forgets-sockets",
            Shows.IN_TIME,
            edit(
                ROOMS + "RoomChanges.java",
                "signals\n        .refresh(roomId)",
                "Future.<Void>succeededFuture()"),
            edit(ROOMS + "RoomSweep.java", "channel.revision() < standing.revision()", "false"),
            edit(ROOMS + "RoomChannel.java", "revision <= revision()", "true")),
        Bug.of(
            "cursor-off-by-one",
            Shows.AT_ONCE,
            edit(ROOMS + "Hello.java", "Math.min(asked, lastSeq)", "Math.min(asked + 1, lastSeq)")),
        Bug.of(
            "batch-that-swallows-an-error",
            Shows.IN_FAULTS,
            allWrittenCarefully(),
            edit(CAREFUL, "List.of(locked, stored, committed)", "List.of(locked, stored)")),
        relayThatCarriesItsOrigin(),
        Bug.of(
            "backlog-ignores-the-membership-s-start",
            Shows.IN_TIME,
            edit(ROOMS + "Hello.java", "Math.max(grant.fromSeq(), ", "Math.max(0L, "),
            edit(
                ROOMS + "MessageStore.java",
                "m.seq > greatest($3, g.from_seq)",
                "m.seq > greatest($3, 0)")),
        Bug.of(
            "withdrawn-consent-still-counts",
            Shows.IN_TIME,
            edit(ROOMS + "GrantStore.java", "c.kind = 'PARTICIPANT' and c.given", "true")),
        Bug.of(
            "joint-lane-stays-open",
            Shows.IN_TIME,
            edit(ACCESS, "return status == RoomStatus.JOINT;", "return status.isLive();")),
        Bug.of(
            "recalled-words-shown-to-all",
            Shows.IN_TIME,
            edit(RENDERING, "message.recalled() && reader.role() == MemberRole.MEDIATOR", "true")));
  }

  /** The plain way is a transaction by itself: there is no commit to forget. */
  private static Edit allWrittenCarefully() {
    return edit(WRITER, "how.careful() ? careful : plain", "careful");
  }

  private static Edit edit(String file, String text, String replacement) {
    return new Edit(file, text, replacement);
  }

  private static Bug numbersFromASequence() {
    return Bug.of(
        "numbers-from-a-sequence",
        Shows.IN_TIME,
        edit(WRITER, "set lock_timeout = '1s'", "create sequence if not exists n; set jit = off"),
        edit(PLAIN, "then numbers[i.place] - i.behind", "then nextval('n')"),
        edit(
            CAREFUL,
            "j.last_seq + row_number() over (partition by j.lane_id order by j.n) as seq",
            "nextval('n') as seq"));
  }

  /** What another process stored, or a commit whose answer was lost, is never read. */
  private static Bug pushFromMemoryOnly() {
    String deliveries = ROOMS + "Deliveries.java";
    return Bug.of(
        "push-from-memory-only",
        Shows.IN_FAULTS,
        edit(deliveries, "written.seq() == last + 1 && known", "known"),
        edit(deliveries, "readAlready = missing.containsKey(laneId)", "readAlready = true"),
        edit(
            ROOMS + "MessageWriter.java",
            "|| written.outcome() == Written.Outcome.AGAIN",
            "&& true"));
  }

  private static Bug staleMembership() {
    return Bug.of(
        "stale-membership",
        Shows.IN_TIME,
        edit(
            ROOMS + "RoomStore.java",
            "principal_id = $2 and ended_at is null",
            "principal_id = $2 order by ended_at nulls first"),
        edit(ACCESS, "member.active() && access.mayRead", "access.mayRead"));
  }

  private static Bug relayThatCarriesItsOrigin() {
    return Bug.of(
        "relay-that-carries-its-origin",
        Shows.AT_ONCE,
        edit(RENDERING, "&& reader.isStaff()", ""),
        edit(RENDERING, "&& reads.test(message.relayOf().getString(\"lane\"))", ""));
  }
}
