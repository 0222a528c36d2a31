package org.yilian.dossiers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.yilian.calendar.Deadlines;
import org.yilian.kernel.Texts;
import org.yilian.rooms.MemberRole;

/** What stands around the papers of a volume: cover, contents, note, back. */
final class Covers {
  private static final Texts LEDGER = Texts.of("ledger");

  private final Volume volume;
  private final UnaryOperator<String> drawable;

  Covers(Volume volume, UnaryOperator<String> drawable) {
    this.volume = volume;
    this.drawable = drawable;
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    values.put("organisation", volume.organisation());
    values.put("number", volume.number());
    return values;
  }

  private Map<String, Object> closing(int pages) {
    Map<String, Object> values = values();
    values.put("pages", String.valueOf(pages));
    values.put("keeper", volume.keeper());
    values.put("date", volume.day());
    return values;
  }

  Map<String, Object> cover(int pages) {
    Map<String, Object> values = closing(pages);
    values.put("type", LEDGER.get("type." + volume.mediation().dispute().type()));
    values.put("matter", drawable.apply(volume.mediation().dispute().cause()));
    values.put("people", People.named(volume.mediation().parties()));
    values.put("mediators", mediators());
    values.put("began", Deadlines.dateOf(volume.matters().get(0).room().createdAt()));
    values.put("ended", ended());
    values.put("result", volume.result());
    values.put("forCourt", volume.forCourt());
    return values;
  }

  private String mediators() {
    List<String> names =
        volume.matters().stream()
            .flatMap(matter -> matter.mediation().namesOf(MemberRole.MEDIATOR).stream())
            .distinct()
            .toList();
    return names.isEmpty() ? null : String.join("、", names);
  }

  private LocalDate ended() {
    boolean closed = volume.matters().stream().allMatch(Matter::closed);
    return closed
        ? volume.matters().stream()
            .map(Matter::endedOn)
            .flatMap(Optional::stream)
            .max(LocalDate::compareTo)
            .orElse(null)
        : null;
  }

  /** Each paper with the pages that it stands on; the first one stands on page 1. */
  Map<String, Object> contents(List<Piece> pieces, List<Map<String, Object>> after) {
    List<Map<String, Object>> items = new ArrayList<>();
    int page = 1;
    for (Piece piece : pieces) {
      Map<String, Object> item = new HashMap<>();
      item.put("n", String.valueOf(items.size() + 1));
      item.put("title", drawable.apply(piece.paper().title()));
      item.put("day", piece.paper().day());
      item.put("pages", pages(page, piece.bound().pages()));
      item.put("remark", remark(piece));
      items.add(item);
      page += piece.bound().pages();
    }
    items.addAll(after);
    Map<String, Object> values = values();
    values.put("items", items);
    return values;
  }

  static String pages(int first, int count) {
    return count == 1 ? String.valueOf(first) : first + "—" + (first + count - 1);
  }

  private static String remark(Piece piece) {
    boolean sealed = piece.paper().kind() == ItemKind.AGREEMENT;
    return piece.apart() || sealed ? DossierTexts.get("original", piece.file()) : null;
  }

  /** The note on the file (卷宗情况说明), with what the file says of itself. */
  Map<String, Object> note(int pages) {
    Map<String, Object> values = closing(pages);
    values.put("grade", volume.grade().words());
    values.put("missing", sentences(volume.grade().missing()));
    values.put("late", sentences(volume.grade().late()));
    values.put(
        "remarks",
        sentences(
            List.of(
                DossierTexts.get("remark.copy"),
                DossierTexts.get("remark.sealed"),
                DossierTexts.get("remark.unsigned"))));
    return values;
  }

  private List<Map<String, Object>> sentences(List<String> sentences) {
    return sentences.stream()
        .map(text -> Map.<String, Object>of("text", drawable.apply(text)))
        .toList();
  }

  Map<String, Object> back(int pages) {
    return closing(pages);
  }
}
