package org.yilian.knowledge.sources;

import java.util.List;

/**
 * What a source holds.
 *
 * @param leftOut what was not taken, a sentence each
 * @param repeated articles that stood there twice with the same text
 */
public record Reading(List<StatuteText> statutes, List<String> leftOut, int repeated) {
  public Reading {
    statutes = List.copyOf(statutes);
    leftOut = List.copyOf(leftOut);
  }

  public int articles() {
    return statutes.stream().mapToInt(statute -> statute.articles().size()).sum();
  }
}
