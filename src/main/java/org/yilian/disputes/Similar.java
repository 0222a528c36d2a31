package org.yilian.disputes;

import java.util.Arrays;
import java.util.List;
import org.yilian.db.Parameters;
import org.yilian.identity.Vault;
import org.yilian.kernel.Form;

/**
 * By what a report may be one that is there already.
 *
 * @param indexes blind indexes of phones and identity numbers
 */
record Similar(List<String> indexes, List<String> names, String address) {
  private static final int LONGEST = 400;

  static Similar read(Form form, Vault vault) {
    return new Similar(
        listed(form.optionalText("phones", LONGEST)).stream().map(vault::index).toList(),
        listed(form.optionalText("names", LONGEST)),
        form.optionalText("address", LONGEST));
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
    return indexes.isEmpty() && names.isEmpty() && address == null;
  }

  String condition(Parameters values) {
    String hidden = values.add(indexes.toArray(String[]::new));
    return """
        (d.id in (select p.dispute_id from parties p
            where p.phone_index = any(%1$s) or p.id_index = any(%1$s) or p.name = any(%2$s))
          or d.address = %3$s)
        """
        .formatted(
            hidden,
            values.add(names.toArray(String[]::new)),
            values.add(address == null ? "" : address));
  }
}
