package org.yilian.disputes;

import java.time.LocalDate;
import org.yilian.kernel.Form;

/** What is said of a new representative. */
public record RepresentativeForm(
    String partyId,
    RepresentativeKind kind,
    String name,
    String phone,
    IdNumber id,
    Authority authority,
    String documentId,
    boolean conflictOfInterest) {

  public static RepresentativeForm read(Form form, LocalDate today) {
    RepresentativeForm said =
        new RepresentativeForm(
            form.text("partyId", 40),
            form.word("kind", RepresentativeKind.class),
            form.text("name", 50),
            Identities.phone(form),
            Identities.personId(form, today),
            form.optionalWord("authority", Authority.class),
            form.optionalText("documentId", 40),
            Boolean.TRUE.equals(form.optionalFlag("conflictOfInterest")));
    if (!form.has("phone")) {
      form.fault("phone", "请填写手机号码。");
    }
    boolean needsAuthority =
        said.kind == RepresentativeKind.AGENT
            || said.kind == RepresentativeKind.REPRESENTATIVE_OF_MANY;
    // 民事诉讼法第六十二条: what an agent may do is stated, never assumed.
    if (needsAuthority && said.authority == null && !form.has("authority")) {
      form.fault("authority", "请写明一般授权（GENERAL）还是特别授权（SPECIAL）；代为和解需要特别授权。");
    }
    form.check();
    return said;
  }
}
