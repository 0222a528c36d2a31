package org.yilian.rooms;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds texts that share twelve characters in a row with a side's private words. Words are no
 * secret that staff said first, that were said where all read them, that their author let pass, or
 * that each of two sides said for itself.
 */
final class EchoSearch {
  /** Where each piece of twelve characters stands among the texts. */
  private final Map<String, Set<Integer>> places = new HashMap<>();

  private final Map<String, Set<String>> sides = new HashMap<>();

  /**
   * Something that was said.
   *
   * @param laneSide whose own lane it was said in, or null where all sides read
   * @param authorSide the author's side, or null for staff
   * @param free whether its author let it be passed on word by word
   * @param approved the wording that the author approved in its place, or null
   */
  record Heard(String laneSide, String authorSide, String text, boolean free, String approved) {}

  EchoSearch(List<String> texts, List<String> known) {
    for (int i = 0; i < texts.size(); i++) {
      int index = i;
      pieces(texts.get(i), piece -> places.computeIfAbsent(piece, p -> new HashSet<>()).add(index));
    }
    known.forEach(this::publish);
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  /** Takes in what was said, in the order in which it was said. */
  void hear(Heard heard) {
    if (heard.approved() != null) {
      publish(heard.approved());
    }
    if (heard.free() || heard.laneSide() == null || heard.authorSide() == null) {
      publishUnlessTaken(heard);
      return;
    }
    pieces(heard.text(), piece -> note(piece, heard.authorSide()));
  }

  /** What staff say after a side said it is that side's still; what the author lets pass is not. */
  private void publishUnlessTaken(Heard heard) {
    boolean staffInALane = !heard.free() && heard.laneSide() != null;
    pieces(
        heard.text(),
        piece -> {
          if (!staffInALane || !sides.containsKey(piece)) {
            places.remove(piece);
          }
        });
  }

  private void publish(String text) {
    pieces(text, places::remove);
  }

  private void note(String piece, String side) {
    if (places.containsKey(piece)) {
      sides.computeIfAbsent(piece, p -> new HashSet<>()).add(side);
    }
  }

  /** The indexes of the texts that repeat one side's words. */
  Set<Integer> echoes() {
    Set<Integer> found = new TreeSet<>();
    sides.forEach(
        (piece, speakers) -> {
          if (speakers.size() == 1 && places.containsKey(piece)) {
            found.addAll(places.get(piece));
          }
        });
    return found;
  }

  private static void pieces(String text, Consumer<String> each) {
    String plain = text == null ? "" : Fingerprints.plain(text);
    for (int i = 0; i + Fingerprints.REPEATED <= plain.length(); i++) {
      each.accept(plain.substring(i, i + Fingerprints.REPEATED));
    }
  }
}
