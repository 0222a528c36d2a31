package org.yilian.disputes;

import java.time.LocalDate;
import java.util.List;
import org.yilian.kernel.Form;

/**
 * What a report or a correction says of a party. In a correction null means: as before.
 *
 * @param phone eleven digits, or null
 * @param id null where no identity number was given
 */
public record PartyForm(
    String side,
    PartyKind kind,
    String name,
    String description,
    String phone,
    IdNumber id,
    Capacity capacity,
    String legalRepresentative,
    String domicile,
    String habitualResidence,
    String address) {
  static final List<String> FIELDS =
      List.of(
          "kind",
          "name",
          "description",
          "phone",
          "idType",
          "idNumber",
          "capacity",
          "legalRepresentative",
          "domicile",
          "habitualResidence",
          "address");

  /** Reads a party that is reported for the first time. */
  public static PartyForm reported(Form form, LocalDate today) {
    String side = form.text("side", 1);
    if (side != null && !side.matches("[A-Z]")) {
      form.fault("side", "应为一个大写字母，如 A、B。");
    }
    PartyKind kind = form.optionalWord("kind", PartyKind.class);
    PartyForm party = read(form, side, kind == null ? PartyKind.PERSON : kind, today);
    if (party.name == null && party.description == null) {
      form.fault("name", "请填写姓名或名称；还不知道的，请写明特征，如“楼上302”。");
    }
    return party;
  }

  /** Reads a correction of a party that is known already. */
  static PartyForm corrected(Form form, Party before, LocalDate today) {
    if (form.has("side")) {
      form.fault("side", "登记后不能更改属于哪一方。");
    }
    PartyKind kind = form.optionalWord("kind", PartyKind.class);
    PartyKind now = kind == null ? before.kind() : kind;
    if (kind != null
        && kind != before.kind()
        && before.idNumber() != null
        && !form.has("idNumber")) {
      form.fault("idNumber", "更改当事人种类的，请同时填写相应的证件号码。");
    }
    return read(form, null, now, today);
  }

  private static PartyForm read(Form form, String side, PartyKind kind, LocalDate today) {
    Capacity capacity = form.optionalWord("capacity", Capacity.class);
    if (capacity != null && kind == PartyKind.ORGANISATION) {
      form.fault("capacity", "只有自然人才登记民事行为能力。");
    }
    return new PartyForm(
        side,
        kind,
        form.optionalText("name", 100),
        form.optionalText("description", 200),
        Identities.phone(form),
        Identities.optionalId(form, kind, today),
        capacity,
        form.optionalText("legalRepresentative", 50),
        form.optionalText("domicile", 200),
        form.optionalText("habitualResidence", 200),
        form.optionalText("address", 200));
  }
}
