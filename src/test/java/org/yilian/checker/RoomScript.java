package org.yilian.checker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;

/** The steps of one room as they are thought out, and who is meant to be there when. */
final class RoomScript {
  private static final List<Role> GUESTS =
      List.of(Role.POLICE, Role.SECOND_MEDIATOR, Role.AGENT, Role.RECORDER);

  private record Stay(Member member, long from, long to) {}

  private record Draft(Step.Kind kind, Member who, String side, long at) {}

  private final int room;
  private final List<String> sides;
  private final Random random;
  private final List<Stay> stays = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<Role, Integer> times = new EnumMap<>(Role.class);
  private final Map<Role, Long> since = new EnumMap<>(Role.class);
  private final Set<String> consenting = new HashSet<>();
  private boolean joint;

  RoomScript(int room, List<String> sides, Random random, Planner.Size size) {
    this.room = room;
    this.sides = sides;
    this.random = random;
    Plan.founders(sides)
        .forEach(r -> stays.add(new Stay(new Member(room, r, 0), 0, size.millis())));
    long at = 1_000;
    while (at < size.millis()) {
      draft(at);
      at += size.stepMillis() / 2 + random.nextInt(size.stepMillis());
    }
    Set.copyOf(since.keySet()).forEach(role -> endStay(role, size.millis()));
  }

  private void draft(long at) {
    switch (random.nextInt(10)) {
      case 0, 1 -> draft(Step.Kind.RELAY, null, null, at);
      case 2 -> draft(Step.Kind.RECALL, null, null, at);
      case 3, 4 -> joint(at);
      case 5, 6 -> consent(at);
      default -> comeOrGo(GUESTS.get(random.nextInt(GUESTS.size())), at);
    }
  }

  private void draft(Step.Kind kind, Member who, String side, long at) {
    drafts.add(new Draft(kind, who, side, at));
  }

  private Member seat(Role role) {
    return new Member(room, role, times.getOrDefault(role, 0));
  }

  private void joint(long at) {
    if (!joint) {
      draft(Step.Kind.OPEN_JOINT, null, null, at);
    } else if (random.nextBoolean()) {
      draft(Step.Kind.CLOSE_JOINT, null, null, at);
    } else {
      String side = sides.get(random.nextInt(sides.size()));
      draft(Step.Kind.REVOKE_JOINT, new Member(room, Role.valueOf(side), 0), null, at);
    }
    joint = !joint;
  }

  private void consent(long at) {
    if (!since.containsKey(Role.POLICE)) {
      comeOrGo(Role.POLICE, at);
      return;
    }
    String side = sides.get(random.nextInt(sides.size()));
    boolean withdraw = !consenting.add(side);
    if (withdraw) {
      consenting.remove(side);
    }
    Step.Kind kind = withdraw ? Step.Kind.WITHDRAW : Step.Kind.CONSENT;
    draft(kind, seat(Role.POLICE), side, at);
  }

  private void comeOrGo(Role role, long at) {
    if (!since.containsKey(role)) {
      since.put(role, at);
      draft(Step.Kind.JOIN, seat(role), null, at);
      return;
    }
    boolean alone = role.staff() && random.nextInt(3) == 0;
    draft(alone ? Step.Kind.LEAVE : Step.Kind.REMOVE, seat(role), null, at);
    endStay(role, at + 1_500);
    if (role == Role.POLICE) {
      consenting.clear();
    }
    times.merge(role, 1, Integer::sum);
  }

  /** A little longer than planned: who has been shut out goes on trying. */
  private void endStay(Role role, long at) {
    stays.add(new Stay(seat(role), since.remove(role) + 500, at));
  }

  List<Member> presentAt(long at) {
    return stays.stream().filter(s -> s.from() <= at && at < s.to()).map(Stay::member).toList();
  }

  /**
   * Gives the steps their ids and what they pass on or take back; a step that finds nothing to pass
   * on or to take back is left out.
   *
   * @param relay makes the message that something is passed on as
   */
  void number(List<Step> steps, List<Send> sends, BiFunction<Send, Long, Send> relay) {
    Set<Integer> used = new HashSet<>();
    for (Draft draft : drafts) {
      boolean relayed = draft.kind() == Step.Kind.RELAY;
      int send = draft.kind().changesRights() ? -1 : source(draft, sends, used);
      if (send < 0 && !draft.kind().changesRights()) {
        continue;
      }
      int as = relayed ? relay.apply(sends.get(send), draft.at()).id() : -1;
      Step.Kind kind = draft.kind();
      steps.add(
          new Step(steps.size(), room, kind, draft.who(), draft.side(), send, as, draft.at()));
    }
  }

  private int source(Draft draft, List<Send> sends, Set<Integer> used) {
    List<Send> fitting =
        sends.stream()
            .filter(send -> send.by().room() == room && send.by().role().party())
            .filter(send -> send.manner() == Send.Manner.ONCE)
            .filter(send -> send.lane().name().equals(send.by().role().side()))
            .filter(s -> s.atMillis() < draft.at() - 1_000 && s.atMillis() > draft.at() - 6_000)
            .filter(send -> !used.contains(send.id()))
            .toList();
    if (fitting.isEmpty()) {
      return -1;
    }
    int id = fitting.get(random.nextInt(fitting.size())).id();
    used.add(id);
    return id;
  }
}
