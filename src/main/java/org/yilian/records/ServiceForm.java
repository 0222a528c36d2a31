package org.yilian.records;

import java.time.LocalDate;
import org.yilian.kernel.Form;

/** What a clerk enters of a service: to whom, how, how many copies, on which day. */
record ServiceForm(
    String partyId, ServiceManner manner, int copies, LocalDate servedOn, String note) {
  private static final int LONGEST_NOTE = 500;

  /**
   * Reads it; all faults are told at once.
   *
   * @param today nothing is served tomorrow
   */
  static ServiceForm of(Form form, LocalDate today) {
    String party = form.text("partyId", 64);
    ServiceManner manner = form.word("manner", ServiceManner.class);
    Long copies = form.number("copies", 1, 100);
    LocalDate day = form.optionalDate("servedOn");
    if (day != null && day.isAfter(today)) {
      form.fault("servedOn", "送达日期不能在今天之后。");
    }
    String note = form.optionalText("note", LONGEST_NOTE);
    form.check();
    return new ServiceForm(party, manner, copies.intValue(), day == null ? today : day, note);
  }
}
