package org.yilian.confirmation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.WorkingDays;
import org.yilian.confirmation.ConfirmationStatus.Step;
import org.yilian.confirmation.HistoryStep.By;

/** How many days the court has left, and when they do not run. */
class CourtTermsTest {
  private static final Instant RECEIVED = Instant.parse("2026-09-21T02:00:00Z");

  private final CourtTerms terms = new CourtTerms(new Deadlines(WorkingDays.loaded()));

  private static HistoryStep step(String at, ConfirmationStatus status, String action, By by) {
    return HistoryStep.of(Instant.parse(at), status, action, by, "x", null);
  }

  private Optional<CourtTerm> term(ConfirmationStatus status, HistoryStep... history) {
    return terms.of(status, RECEIVED, List.of(history));
  }

  @Test
  void threeDaysFromReceiptToTakeItOrNot() {
    CourtTerm term = term(ConfirmationStatus.SUBMITTED).orElseThrow();
    assertEquals(CourtTerm.Kind.ACCEPTANCE, term.kind());
    assertEquals(LocalDate.of(2026, 9, 21), term.from());
    assertEquals(LocalDate.of(2026, 9, 24), term.deadline().lastDate());
    assertNull(term.extended());
  }

  @Test
  void standsStillWhileSomethingIsToBeSuppliedAndRunsAnewFromThen() {
    HistoryStep asked =
        step("2026-09-22T02:00:00Z", ConfirmationStatus.SUPPLEMENT, "REQUEST_SUPPLEMENT", By.COURT);
    CourtTerm waiting = term(ConfirmationStatus.SUPPLEMENT, asked).orElseThrow();
    assertNull(waiting.deadline());
    assertTrue(waiting.basis().contains("第九条"));
    HistoryStep supplied =
        step("2026-09-23T16:30:00Z", ConfirmationStatus.SUBMITTED, "SUPPLY", By.CLERK);
    CourtTerm anew = term(ConfirmationStatus.SUBMITTED, asked, supplied).orElseThrow();
    // Half past midnight in Shanghai: the 24th, and the 27th is the last of the days off.
    assertEquals(LocalDate.of(2026, 9, 24), anew.from());
    assertEquals(LocalDate.of(2026, 9, 27), anew.deadline().safeDate());
    assertEquals(LocalDate.of(2026, 9, 28), anew.deadline().lastDate());
    assertTrue(anew.basis().contains("重新起算"));
  }

  @Test
  void fifteenDaysFromTheAcceptanceToDecideAndTenMoreIfThePresidentAllows() {
    HistoryStep accepted =
        step("2026-10-09T02:00:00Z", ConfirmationStatus.UNDER_REVIEW, "ACCEPT", By.COURT);
    CourtTerm term = term(ConfirmationStatus.UNDER_REVIEW, accepted).orElseThrow();
    assertEquals(CourtTerm.Kind.DECISION, term.kind());
    assertEquals(LocalDate.of(2026, 10, 24), term.deadline().safeDate());
    assertEquals(LocalDate.of(2026, 10, 26), term.deadline().lastDate());
    assertEquals(LocalDate.of(2026, 11, 3), term.extended().lastDate());
  }

  @Test
  void saysNothingWhereThePaperDoesNotTellTheDayOrTheCourtIsDone() {
    HistoryStep paper =
        step("2026-10-09T02:00:00Z", ConfirmationStatus.UNDER_REVIEW, "ACCEPT", By.CLERK);
    assertTrue(term(ConfirmationStatus.UNDER_REVIEW, paper).isEmpty());
    for (ConfirmationStatus status : ConfirmationStatus.values()) {
      boolean runs =
          status.after(Step.ACCEPT).isPresent()
              || status.after(Step.SUPPLY).isPresent()
              || status.after(Step.CONFIRM).isPresent();
      if (!runs) {
        assertTrue(term(status).isEmpty(), status::name);
      }
    }
  }
}
