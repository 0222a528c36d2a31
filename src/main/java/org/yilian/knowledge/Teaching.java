package org.yilian.knowledge;

/** What the known questions teach about this one. */
final class Teaching {
  private static final int NEAREST = 30;
  private static final double SHARPNESS = 10;

  final float[] lawCited;
  final float[] articleCited;
  final float[] nearest;
  final float[] sum;
  final float[] likeWorded;
  final float[] likeWordedSum;
  final float[] law;

  private final Shelf shelf;
  private final KnownBase known;
  private final int excluded;
  private final float[] near;
  private final int[] nearestQuestions;

  Teaching(Shelf shelf, String question, float[] vector, int excluded) {
    this.shelf = shelf;
    this.excluded = excluded;
    known = shelf.known();
    lawCited = new float[shelf.laws()];
    articleCited = new float[shelf.size()];
    nearest = new float[shelf.size()];
    sum = new float[shelf.size()];
    likeWorded = new float[shelf.size()];
    likeWordedSum = new float[shelf.size()];
    law = new float[shelf.laws()];
    countCitations();
    float[] alike = known.words().of(question);
    near = vector == null ? alike : known.vectors().cosines(vector);
    nearestQuestions = nearest(near);
    learnFromNear();
    learnFromWords(alike);
  }

  private int[] nearest(float[] scores) {
    if (excluded >= 0) {
      scores[excluded] = -1;
    }
    return Best.of(scores, NEAREST);
  }

  private void countCitations() {
    for (int q = 0; q < known.size(); q++) {
      if (q != excluded) {
        for (int text : known.answers(q)) {
          articleCited[text]++;
        }
        known.laws(q, shelf).forEach(one -> lawCited[one]++);
      }
    }
    for (int i = 0; i < lawCited.length; i++) {
      lawCited[i] = (float) Math.log1p(lawCited[i]);
    }
    for (int i = 0; i < articleCited.length; i++) {
      articleCited[i] = (float) Math.log1p(articleCited[i]);
    }
  }

  private void learnFromNear() {
    double total = 0;
    for (int q : nearestQuestions) {
      float weight = (float) Math.exp(SHARPNESS * (near[q] - 1));
      total += weight;
      for (int text : known.answers(q)) {
        nearest[text] = Math.max(nearest[text], near[q]);
        sum[text] += weight;
      }
      known.laws(q, shelf).forEach(one -> law[one] += weight);
    }
    for (int i = 0; total > 0 && i < law.length; i++) {
      law[i] /= (float) total;
    }
  }

  private void learnFromWords(float[] alike) {
    for (int q : nearest(alike)) {
      for (int text : known.answers(q)) {
        likeWorded[text] = Math.max(likeWorded[text], alike[q]);
        likeWordedSum[text] += alike[q] * alike[q];
      }
    }
  }

  /** The centre of the articles that answer the nearest questions. */
  float[] answers(int most) {
    float[] centre = new float[SentenceModel.DIMENSIONS];
    for (int i = 0; i < Math.min(most, nearestQuestions.length); i++) {
      int q = nearestQuestions[i];
      int[] answers = known.answers(q);
      float weight = (float) Math.exp(SHARPNESS * (near[q] - 1)) / Math.max(1, answers.length);
      for (int text : answers) {
        add(centre, shelf.vectors().get(text), weight);
      }
    }
    return unit(centre);
  }

  static void add(float[] sum, float[] vector, float weight) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += weight * vector[d];
    }
  }

  static float[] unit(float[] vector) {
    double square = 0;
    for (float number : vector) {
      square += number * number;
    }
    float scale = (float) (1 / Math.max(Math.sqrt(square), 1e-9));
    for (int d = 0; d < vector.length; d++) {
      vector[d] *= scale;
    }
    return vector;
  }
}
