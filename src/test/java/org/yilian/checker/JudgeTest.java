package org.yilian.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yilian.checker.Told.A;
import static org.yilian.checker.Told.B;
import static org.yilian.checker.Told.MEDIATOR;
import static org.yilian.checker.Told.POLICE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Histories told by hand: what is in order passes, and each violation is called by its name. */
class JudgeTest {
  private static void holds(Told told) {
    assertEquals(List.of(), told.verdict());
  }

  private static void violates(Invariant invariant, Told told) {
    assertEquals(List.of(invariant), told.verdict());
  }

  private static Told talk() {
    return new Told().live(1, A).live(2, MEDIATOR).said(0, 1).acked(0, 1, 1).seen(2, 0, 1);
  }

  @Test
  void anOrderlyTalkPasses() {
    holds(talk().stored(3, 2).seen(1, 3, 2).seen(2, 3, 2).quiet().settled().read(0, 3));
  }

  @Test
  void whatWasAcknowledgedAndIsNotReadIsLost() {
    violates(Invariant.LOST, talk().stored(3, 2).seen(1, 3, 2).seen(2, 3, 2).quiet().read(0));
  }

  @Test
  void oneMessageIsNotTwoNumbers() {
    violates(Invariant.DOUBLED, talk().seen(2, 0, 2));
  }

  @Test
  void oneConnectionDoesNotGetTheSameAgain() {
    violates(Invariant.DOUBLED, talk().seen(2, 0, 1));
  }

  @Test
  void whatIsNotAskedForDoesNotCome() {
    Told told = talk().opened(3, MEDIATOR, Event.Wire.LIVE, Map.of("A", 1L));
    violates(Invariant.DOUBLED, told.seen(3, 0, 1));
  }

  @Test
  void oneNumberIsNotTwoMessages() {
    violates(Invariant.ORDER, talk().said(3, 0).seen(1, 3, 1));
  }

  @Test
  void numbersComeInTheirTurn() {
    violates(Invariant.ORDER, talk().stored(3, 2).stored(1, 3).seen(2, 1, 3).seen(2, 3, 2));
  }

  @Test
  void noConnectionIsSparedANumber() {
    Told told = talk().stored(3, 2).stored(1, 3).seen(2, 1, 3);
    violates(Invariant.GAP, told);
  }

  @Test
  void aNumberThatTwoAreSparedIsNone() {
    Told told = talk().stored(3, 3).seen(1, 3, 3);
    holds(told);
    violates(Invariant.GAP, told.seen(2, 3, 3));
  }

  @Test
  void whoResumesGetsTheVeryNextNumber() {
    Told told = talk().stored(3, 2).stored(1, 3);
    violates(Invariant.GAP, told.opened(3, A, Event.Wire.LIVE, Map.of("A", 1L)).seen(3, 1, 3));
  }

  @Test
  void theNumbersOfALaneHaveNoHole() {
    violates(Invariant.GAP, new Told().stored(3, 1).stored(1, 3).quiet().read(3, -1, 1));
  }

  @Test
  void nobodyReadsTheLaneOfAnother() {
    violates(Invariant.OUTSIDE, talk().live(3, B).seen(3, 0, 1));
  }

  @Test
  void whoComesLaterDoesNotReadWhatWasBefore() {
    Told told = talk().done(0).done(1).live(3, POLICE);
    violates(Invariant.OUTSIDE, told.seen(3, 0, 1));
  }

  @Test
  void whoComesLaterReadsFromThenOn() {
    holds(talk().done(0).live(3, POLICE).done(1).stored(3, 2).seen(3, 3, 2));
  }

  @Test
  void aWithdrawnConsentEndsTheReading() {
    Told told = talk().done(0).live(3, POLICE).done(1).done(2);
    violates(Invariant.OUTSIDE, told.stored(3, 2).seen(3, 3, 2));
  }

  @Test
  void aNewConsentNeedNotGiveAgainWhatAnEarlierOneGave() {
    Told told = new Told().done(0).live(3, POLICE).done(1).stored(3, 1).seen(3, 3, 1).done(2);
    holds(told.done(6).stored(1, 2).opened(4, POLICE, Event.Wire.FRESH, Map.of()).seen(4, 1, 2));
  }

  /**
   * Who opens while he may read, and is told nothing before he may not, was sent nothing at all.
   */
  @Test
  void norWhatItDidNotComeToGive() {
    Told told = new Told().done(0).done(1).stored(3, 1);
    told.opened(4, POLICE, Event.Wire.LIVE, Map.of("A", 0L)).done(2).done(6);
    holds(told.stored(1, 2).seen(4, 1, 2));
  }

  @Test
  void whatARightHasBegunToGiveItGivesWholly() {
    Told told = new Told().done(0).done(1).live(4, POLICE).stored(3, 1).stored(0, 2).stored(1, 3);
    violates(Invariant.GAP, told.seen(4, 3, 1).seen(4, 1, 3).done(2));
  }

  @Test
  void anAckIsTheNumberThatIsDelivered() {
    violates(
        Invariant.NUMBER, new Told().live(2, MEDIATOR).said(0, 0).seen(2, 0, 1).acked(0, 0, 2));
  }

  @Test
  void theSecondAckIsTheFirst() {
    violates(Invariant.NUMBER, talk().acked(0, 1, 2));
  }

  @Test
  void wordsArriveAsTheyWereSaid() {
    violates(Invariant.NUMBER, talk().seen(2, "A", 2, Send.mark(1) + " other words", null));
  }

  @Test
  void everythingIsAnsweredWithinHalfAMinute() {
    violates(Invariant.UNRESOLVED, talk().said(1, 1).quiet().waiting(31).settled());
    holds(talk().said(1, 1).quiet().waiting(20).acked(1, 1, 2).waiting(20).caught(1, "A"));
  }

  @Test
  void anOpenSocketIsNotForgotten() {
    violates(Invariant.LATE, talk().stored(3, 2).waiting(20).seen(2, 3, 2).quiet().settled());
  }

  @Test
  void aRelayTellsNobodyWhereItCameFrom() {
    Told told = talk().stored(2, 1).begun(4).stored(4, 2);
    violates(Invariant.ORIGIN, told.seen(1, "A", 2, Send.mark(4) + " ", "B"));
    holds(talk().stored(2, 1).begun(4).stored(4, 2).seen(2, "A", 2, Send.mark(4) + " ", "B"));
  }

  @Test
  void nothingOfAnotherSideIsInAnyFrame() {
    violates(Invariant.ORIGIN, talk().foreign(1));
  }

  @Test
  void whoIsShutOutIsClosedWithinASecond() {
    Told shutOut = new Told().done(0).live(3, POLICE).done(3);
    violates(Invariant.REVOKED, shutOut.waiting(2).closed(3));
    holds(new Told().done(0).live(3, POLICE).done(3).waiting(-1).closed(3).waiting(20));
  }

  @Test
  void aFaultExcusesADelayAndNothingElse() {
    Told late = new Told().done(0).live(3, POLICE).fault().done(3).waiting(3).mended().closed(3);
    holds(late.waiting(20).quiet());
    Told never = new Told().done(0).live(3, POLICE).fault().done(3).waiting(3).mended();
    violates(Invariant.REVOKED, never.waiting(20).quiet());
  }

  @Test
  void whoIsShutOutGetsNothingNewer() {
    Told told = new Told().done(0).live(3, POLICE).done(1).fault().done(2).stored(3, 1);
    violates(Invariant.OUTSIDE, told.seen(3, 3, 1));
  }

  @Test
  void whoIsShutOutIsLetInNowhere() {
    violates(Invariant.REVOKED, new Told().done(0).done(3).probed(POLICE, 200));
    holds(new Told().done(0).done(3).probed(POLICE, 404));
  }

  @Test
  void whoMaySpeakIsLet() {
    violates(Invariant.REFUSED, talk().said(1, 1).refused(1, "no-such-lane"));
    holds(talk().said(5, 1).refused(5, "read-only"));
  }

  @Test
  void whoMayNotSpeakIsNot() {
    violates(Invariant.ACCEPTED, talk().said(5, 1).acked(5, 1, 1));
  }

  @Test
  void whatWasTakenBackIsShownToNobodyWhoComesLater() {
    violates(
        Invariant.RECALLED, talk().done(5).opened(3, A, Event.Wire.FRESH, Map.of()).seen(3, 0, 1));
    holds(talk().done(5).live(3, A).seen(3, "A", 1, Event.RECALLED, null));
    violates(Invariant.RECALLED, talk().live(3, A).seen(3, "A", 1, Event.RECALLED, null));
  }

  @Test
  void whatWasTakenBackDoesNotFollowUponThatNews() {
    Told told = talk().live(3, A).begun(5).takenBack(3, "A", 1);
    violates(Invariant.RECALLED, told.seen(3, 0, 1));
  }

  @Test
  void whoHasSeenWordsIsToldThatTheyWereTakenBack() {
    violates(Invariant.RECALLED, talk().done(5).waiting(5).quiet().settled());
    holds(talk().done(5).takenBack(2, "A", 1).waiting(5).quiet().settled());
  }
}
