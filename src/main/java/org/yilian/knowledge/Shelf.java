package org.yilian.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All texts that may be found, read once and searched in memory: every imported article of every
 * version, and the gists of articles that were not imported.
 */
final class Shelf {
  /** One text with its number. Article or gist are there, or both. */
  record Entry(Citation citation, String law, Article article, Gist gist, String print) {
    boolean inForceOn(LocalDate day) {
      return article == null || article.inForceOn(day);
    }

    Hit hit(double score) {
      return new Hit(
          law, citation.number(), Optional.ofNullable(article), Optional.ofNullable(gist), score);
    }
  }

  private final List<Entry> entries;
  private final int[] laws;
  private final float[] lengths;
  private final Map<String, Integer> lawNumbers = new HashMap<>();
  private final Map<Citation, List<Integer>> byCitation = new HashMap<>();
  private final Vectors vectors;
  private final KnownBase known;
  private WordIndex words;

  Shelf(List<Entry> entries, List<KnownQuestion> questions) {
    this.entries = List.copyOf(entries);
    laws = new int[entries.size()];
    lengths = new float[laws.length];
    for (int i = 0; i < laws.length; i++) {
      Citation citation = entries.get(i).citation();
      lengths[i] = length(entries.get(i));
      laws[i] = lawNumbers.computeIfAbsent(citation.lawKey(), key -> lawNumbers.size());
      byCitation.computeIfAbsent(citation, fresh -> new ArrayList<>()).add(i);
    }
    vectors = new Vectors(entries.size());
    known = new KnownBase(questions, this::all);
  }

  private static String indexed(Entry entry) {
    String article =
        entry.article() == null ? "" : entry.article().heading() + " " + entry.article().text();
    return entry.law() + " " + article + (entry.gist() == null ? "" : " " + said(entry.gist()));
  }

  private static String said(Gist gist) {
    return gist.gist() + " " + String.join(" ", gist.words());
  }

  int size() {
    return entries.size();
  }

  Entry entry(int number) {
    return entries.get(number);
  }

  /** The logarithm of how many characters its text has. */
  float length(int entry) {
    return lengths[entry];
  }

  private static float length(Entry entry) {
    String text = entry.article() == null ? entry.gist().gist() : entry.article().text();
    return (float) Math.log1p(text.length());
  }

  /** The law of an entry, from 0 to {@link #laws}. */
  int law(int entry) {
    return laws[entry];
  }

  int laws() {
    return lawNumbers.size();
  }

  boolean hasLaw(String key) {
    return lawNumbers.containsKey(key);
  }

  Iterable<String> lawKeys() {
    return lawNumbers.keySet();
  }

  /** Every version of an article. */
  List<Integer> all(Citation citation) {
    return byCitation.getOrDefault(citation, List.of());
  }

  /** The one in force on a day. */
  OptionalInt inForce(Citation citation, LocalDate day) {
    return all(citation).stream()
        .filter(entry -> entries.get(entry).inForceOn(day))
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  /** Made by whoever asks first, which takes seconds for a whole collection. Blocks. */
  synchronized WordIndex words() {
    if (words == null) {
      words = WordIndex.of(entries.stream().map(Shelf::indexed).toList());
    }
    return words;
  }

  Vectors vectors() {
    return vectors;
  }

  KnownBase known() {
    return known;
  }
}
