package org.yilian.knowledge;

/**
 * What speaks for each text of a shelf, for one question. Every signal is an array over all texts;
 * what each means and what it is worth is in docs/answers.md.
 */
final class Signals {
  /** The names and the order of the columns that weights are given for. */
  enum Name {
    WORDS,
    WORDS_RAW,
    MEANING,
    MEANING_GAP,
    LAW_CITED,
    ARTICLE_CITED,
    NEAREST_KNOWN,
    NEAR_KNOWN,
    LIKE_WORDED,
    LIKE_WORDED_SUM,
    LAW_KNOWN,
    NEIGHBOUR_WORDS,
    NEIGHBOUR_MEANING,
    LAW_MEANING,
    LAW_WORDS,
    RANK_WORDS,
    RANK_MEANING,
    LIKE_ANSWERS,
    LIKE_BEST,
    LENGTH
  }

  static final int COLUMNS = Name.values().length;

  private static final int NEAREST_ANSWERS = 5;
  private static final int BEST = 10;
  private static final int RANKED = 2_000;
  private static final int RANK_OFFSET = 10;

  private final Shelf shelf;
  final float[] words;
  private final float mostWords;

  /** Null while the vectors are not all there. */
  final float[] meaning;

  final float mostMeaning;
  private final Teaching teaching;

  private final float[] lawMeaning;
  private final float[] lawWords;
  private final float[] rankWords;
  private final float[] rankMeaning;
  private final float[] likeAnswers;
  private final float[] likeBest;

  /**
   * @param vector of the question, or null
   * @param excluded a known question that may not teach, or −1
   */
  Signals(Shelf shelf, String question, float[] vector, int excluded) {
    this.shelf = shelf;
    words = shelf.words().scores(question);
    mostWords = Math.max(Best.highest(words), 1e-6f);
    meaning = vector == null ? null : shelf.vectors().cosines(vector);
    mostMeaning = meaning == null ? 0 : Best.highest(meaning);
    teaching = new Teaching(shelf, question, vector, excluded);
    lawMeaning = new float[shelf.laws()];
    lawWords = new float[shelf.laws()];
    for (int i = 0; i < shelf.size(); i++) {
      int law = shelf.law(i);
      lawWords[law] = Math.max(lawWords[law], words[i] / mostWords);
      if (meaning != null) {
        lawMeaning[law] = Math.max(lawMeaning[law], meaning[i]);
      }
    }
    rankWords = reciprocal(words);
    rankMeaning = meaning == null ? null : reciprocal(meaning);
    likeAnswers = meaning == null ? null : likeAnswers();
    likeBest = meaning == null ? null : likeBest();
  }

  private float[] likeAnswers() {
    return shelf.vectors().cosines(teaching.answers(NEAREST_ANSWERS));
  }

  private float[] likeBest() {
    return shelf.vectors().cosines(centre(Best.of(meaning, BEST)));
  }

  /** The weighed sum of all columns, for every text. */
  float[] scores(float[] weights) {
    float[] row = new float[COLUMNS];
    float[] scores = new float[shelf.size()];
    for (int text = 0; text < scores.length; text++) {
      fill(text, row);
      float score = 0;
      for (int i = 0; i < COLUMNS; i++) {
        score += weights[i] * row[i];
      }
      scores[text] = score;
    }
    return scores;
  }

  /** The columns of one text, in the order of {@link Name}. */
  float[] of(int text) {
    float[] row = new float[COLUMNS];
    fill(text, row);
    return row;
  }

  private float[] centre(int[] texts) {
    float[] centre = new float[SentenceModel.DIMENSIONS];
    for (int text : texts) {
      Teaching.add(centre, shelf.vectors().get(text), 1);
    }
    return Teaching.unit(centre);
  }

  private static float[] reciprocal(float[] scores) {
    float[] ranks = new float[scores.length];
    int[] best = Best.of(scores, RANKED);
    for (int rank = 0; rank < best.length; rank++) {
      ranks[best[rank]] = (float) RANK_OFFSET / (RANK_OFFSET + rank);
    }
    return ranks;
  }

  /** The columns of one text, in the order of {@link Name}; those of meaning are 0 without it. */
  private void fill(int text, float[] row) {
    int law = shelf.law(text);
    row[Name.WORDS.ordinal()] = words[text] / mostWords;
    row[Name.WORDS_RAW.ordinal()] = words[text] / 50;
    row[Name.LAW_CITED.ordinal()] = teaching.lawCited[law];
    row[Name.ARTICLE_CITED.ordinal()] = teaching.articleCited[text];
    row[Name.NEAREST_KNOWN.ordinal()] = teaching.nearest[text];
    row[Name.NEAR_KNOWN.ordinal()] = teaching.sum[text];
    row[Name.LIKE_WORDED.ordinal()] = teaching.likeWorded[text];
    row[Name.LIKE_WORDED_SUM.ordinal()] = teaching.likeWordedSum[text];
    row[Name.LAW_KNOWN.ordinal()] = teaching.law[law];
    row[Name.NEIGHBOUR_WORDS.ordinal()] = neighbour(words, text) / mostWords;
    row[Name.LAW_WORDS.ordinal()] = lawWords[law];
    row[Name.RANK_WORDS.ordinal()] = rankWords[text];
    row[Name.LENGTH.ordinal()] = shelf.length(text);
    if (meaning != null) {
      row[Name.MEANING.ordinal()] = meaning[text];
      row[Name.MEANING_GAP.ordinal()] = meaning[text] - mostMeaning;
      row[Name.NEIGHBOUR_MEANING.ordinal()] = neighbour(meaning, text);
      row[Name.LAW_MEANING.ordinal()] = lawMeaning[law];
      row[Name.RANK_MEANING.ordinal()] = rankMeaning[text];
      row[Name.LIKE_ANSWERS.ordinal()] = likeAnswers[text];
      row[Name.LIKE_BEST.ordinal()] = likeBest[text];
    }
  }

  /** Of the articles before and behind in the same law. */
  private float neighbour(float[] scores, int text) {
    float before = text > 0 && shelf.law(text - 1) == shelf.law(text) ? scores[text - 1] : 0;
    boolean next = text + 1 < shelf.size() && shelf.law(text + 1) == shelf.law(text);
    return Math.max(before, next ? scores[text + 1] : 0);
  }
}
