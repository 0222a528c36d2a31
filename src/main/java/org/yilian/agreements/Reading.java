package org.yilian.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A draft read once, for all rules: its phrases, each with its place and tense. */
final class Reading {
  private final DraftUnderReview draft;
  private final Tense tense;
  private final List<Phrase> phrases = new ArrayList<>();

  Reading(DraftUnderReview draft) {
    this.draft = draft;
    this.tense = new Tense(draft.today());
    read(null, draft.values().facts());
    read(null, draft.values().issues());
    read(null, draft.values().responsibility());
    for (int i = 0; i < clauses().size(); i++) {
      read(i + 1, clauses().get(i).text());
    }
  }

  DraftUnderReview draft() {
    return draft;
  }

  List<Clause> clauses() {
    return draft.values().terms();
  }

  /** The term of this number, counted from 1. */
  Clause clause(int number) {
    return clauses().get(number - 1);
  }

  Stream<Phrase> phrases() {
    return phrases.stream();
  }

  /** What the draft means to bring about, wherever it stands. */
  Stream<Phrase> operative() {
    return phrases().filter(Phrase::operative);
  }

  /** What the terms order now: neither told of the past nor the opening of a case. */
  Stream<Phrase> terms() {
    return phrases().filter(phrase -> phrase.inTerms() && !phrase.past() && !phrase.conditional());
  }

  Stream<Phrase> terms(int clause) {
    return terms().filter(phrase -> phrase.clause() == clause);
  }

  private void read(Integer clause, String text) {
    for (String sentence : Sentences.of(text)) {
      boolean past = false;
      boolean contingent = false;
      for (String words : Sentences.phrases(sentence)) {
        past = tense.past(words, past);
        Phrase phrase = new Phrase(clause, sentence, words, past, contingent);
        phrases.add(phrase);
        contingent = contingent || phrase.conditional();
      }
    }
  }
}
