package org.yilian.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may read and say what, from which step of the plan to which. Written down from the protocol's
 * table, and from nothing else.
 */
final class Rights {
  /** Stands for a step that is none: before the first, or never. */
  static final int NONE = -1;

  /**
   * From one step to another.
   *
   * @param whole whether the lane is read from its start, or from the opening step on
   */
  record Span(int opens, int closes, boolean whole) {}

  private record Key(Member member, String lane) {}

  /** A room at one moment of its plan. */
  private static final class Moment {
    final Set<Member> present = new HashSet<>();
    final Set<String> consenting = new HashSet<>();
    boolean joint;
    boolean jointEver;

    void after(Step step) {
      switch (step.kind()) {
        case JOIN -> present.add(step.who());
        case REMOVE, LEAVE -> leave(step.who());
        case CONSENT -> consenting.add(step.side());
        case WITHDRAW -> consenting.remove(step.side());
        case OPEN_JOINT -> jointEver = joint = true;
        case CLOSE_JOINT, REVOKE_JOINT -> joint = false;
        case RELAY, RECALL -> {}
      }
    }

    /** A consent names a seat: whoever comes back is not consented to. */
    private void leave(Member member) {
      present.remove(member);
      if (member.role() == Role.POLICE) {
        consenting.clear();
      }
    }

    boolean reads(Role role, Lane lane) {
      return switch (role) {
        case MEDIATOR, SECOND_MEDIATOR, LAWYER -> true;
        case POLICE -> !lane.ofSide() || consenting.contains(lane.name());
        case RECORDER -> lane.name().equals(Lane.JOINT) || lane.name().equals(Lane.NOTICE);
        default ->
            lane.name().equals(role.side())
                || lane.name().equals(Lane.NOTICE)
                || lane.name().equals(Lane.JOINT) && jointEver;
      };
    }

    boolean says(Role role, Lane lane) {
      boolean open = !lane.name().equals(Lane.JOINT) || joint;
      boolean allowed = !lane.name().equals(Lane.NOTICE) || role.staff();
      return role != Role.RECORDER && reads(role, lane) && open && allowed;
    }
  }

  private final Map<Key, List<Span>> reads = new HashMap<>();
  private final Map<Key, List<Span>> says = new HashMap<>();

  Rights(List<List<String>> sides, List<Step> steps) {
    for (int room = 0; room < sides.size(); room++) {
      walk(room, sides.get(room), steps);
    }
  }

  private void walk(int room, List<String> sides, List<Step> steps) {
    Moment moment = new Moment();
    Set<Member> known = new HashSet<>();
    Plan.founders(sides).forEach(role -> moment.present.add(new Member(room, role, 0)));
    known.addAll(moment.present);
    settle(moment, known, lanes(room, sides), NONE);
    for (Step step : steps) {
      if (step.room() == room) {
        moment.after(step);
        known.addAll(moment.present);
        settle(moment, known, lanes(room, sides), step.id());
      }
    }
  }

  static List<Lane> lanes(int room, List<String> sides) {
    List<Lane> lanes = new ArrayList<>();
    sides.forEach(side -> lanes.add(new Lane(room, side)));
    List.of(Lane.STAFF, Lane.JOINT, Lane.NOTICE).forEach(name -> lanes.add(new Lane(room, name)));
    return lanes;
  }

  private void settle(Moment moment, Set<Member> known, List<Lane> lanes, int step) {
    for (Member member : known) {
      for (Lane lane : lanes) {
        boolean there = moment.present.contains(member);
        Key key = new Key(member, lane.name());
        follow(reads, key, there && moment.reads(member.role(), lane), step);
        follow(says, key, there && moment.says(member.role(), lane), step);
      }
    }
  }

  private static void follow(Map<Key, List<Span>> all, Key key, boolean holds, int step) {
    List<Span> spans = all.computeIfAbsent(key, k -> new ArrayList<>());
    Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
    boolean held = last != null && last.closes() == NONE;
    if (holds && !held) {
      boolean whole = !key.member().role().staff() || step == NONE;
      spans.add(new Span(step, NONE, whole));
    } else if (held && !holds) {
      spans.set(spans.size() - 1, new Span(last.opens(), step, last.whole()));
    }
  }

  List<Span> reads(Member member, Lane lane) {
    return member.room() == lane.room() ? of(reads, member, lane) : List.of();
  }

  List<Span> says(Member member, Lane lane) {
    return member.room() == lane.room() ? of(says, member, lane) : List.of();
  }

  private static List<Span> of(Map<Key, List<Span>> all, Member member, Lane lane) {
    return all.getOrDefault(new Key(member, lane.name()), List.of());
  }

  /** Whether the member reads the lane when the plan is over. */
  boolean readsAtLast(Member member, Lane lane) {
    return reads(member, lane).stream().anyMatch(span -> span.closes() == NONE);
  }
}
