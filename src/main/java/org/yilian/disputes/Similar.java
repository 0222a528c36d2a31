package org.yilian.disputes;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.yilian.db.Parameters;
import org.yilian.identity.Vault;
import org.yilian.kernel.Form;

/**
 * By what a report may be one that is there already.
 *
 * @param indexes blind indexes of phones and identity numbers
 * @param externalNumber what the police, a court or the telephone desk calls the event, or null
 * @param disputeId the dispute that is compared with the others, or null for a report being typed
 */
record Similar(
    List<String> indexes,
    List<String> names,
    String address,
    String externalNumber,
    String disputeId) {
  private static final int LONGEST = 400;

  static Similar read(Form form, Vault vault) {
    return new Similar(
        listed(form.optionalText("phones", LONGEST)).stream().map(vault::index).toList(),
        listed(form.optionalText("names", LONGEST)),
        form.optionalText("address", LONGEST),
        form.optionalText("externalNumber", LONGEST),
        null);
  }

  /** Whatever shares people, address or event with a dispute that is in the ledger. */
  static Similar to(Dispute dispute, List<Party> parties) {
    return new Similar(
        parties.stream()
            .flatMap(party -> Stream.of(party.phone(), party.idNumber()))
            .filter(Objects::nonNull)
            .map(Sealed::index)
            .toList(),
        parties.stream().map(Party::name).filter(Objects::nonNull).toList(),
        dispute.address(),
        dispute.externalNumber(),
        dispute.id());
  }

  private static List<String> listed(String joined) {
    return joined == null
        ? List.of()
        : Arrays.stream(joined.split(","))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .toList();
  }

  boolean asksForNothing() {
    return indexes.isEmpty() && names.isEmpty() && address == null && externalNumber == null;
  }

  /** Each way has its index; what was merged is told by what it was merged into. */
  String condition(Parameters values) {
    return """
    (d.status <> 'MERGED' and d.id <> %5$s and d.id in (
      select p.dispute_id from parties p where p.phone_index = any(%1$s)
      union select p.dispute_id from parties p where p.id_index = any(%1$s)
      union select p.dispute_id from parties p where p.name = any(%2$s)
      union select a.id from disputes a where a.address = %3$s
      union select e.id from disputes e where e.external_number = %4$s))
    """
        .formatted(
            values.add(indexes.toArray(String[]::new)),
            values.add(names.toArray(String[]::new)),
            values.add(orNone(address)),
            values.add(orNone(externalNumber)),
            values.add(orNone(disputeId)));
  }

  private static String orNone(String words) {
    return words == null ? "" : words;
  }
}
