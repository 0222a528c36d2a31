package org.yilian.answers;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilian.calendar.Deadlines;
import org.yilian.kernel.Texts;
import org.yilian.knowledge.Found;
import org.yilian.knowledge.Gist;
import org.yilian.knowledge.Hit;
import org.yilian.knowledge.Knowledge;
import org.yilian.knowledge.TypicalCase;

/** Answers by rule: from the guide that fits a question, else from the articles that were found. */
final class Composer {
  private static final Texts TEXTS = Texts.of("answers");
  private static final int FOUND = 10;
  private static final int SHOWN = 4;
  private static final int TOLD = 2;
  private static final int CASES = 2;

  /**
   * A score: what lies further behind the best is seldom what was asked (docs/consultations.md).
   */
  private static final double NEAR_THE_BEST = 0.6;

  private final Knowledge knowledge;
  private final CitedArticles articles;
  private final Guides guides;
  private final DeadlineViews deadlines;

  Composer(Knowledge knowledge, Guides guides, Deadlines deadlines) {
    this.knowledge = knowledge;
    this.articles = new CitedArticles(knowledge);
    this.guides = guides;
    this.deadlines = new DeadlineViews(deadlines);
  }

  /**
   * @param earlier what was asked before in the thread, or empty
   * @param alarm a danger, whose guide comes before all others
   * @param today in Asia/Shanghai: law in force on it, time limits counted from it
   */
  Future<Answer> answer(String question, String earlier, Optional<Alarm> alarm, LocalDate today) {
    Optional<Guide> ofDanger = alarm.flatMap(Alarm::guide).flatMap(guides::named);
    if (ofDanger.isEmpty() && Subject.everyday(earlier + question)) {
      return Future.succeededFuture(declined());
    }
    Optional<Guide> guide = ofDanger.or(() -> guide(question, earlier));
    if (guide.isPresent()) {
      return Future.succeededFuture(guided(guide.get(), question, today));
    }
    // A number says by itself what is meant; earlier words would only hide the law's name.
    boolean alone = earlier.isEmpty() || Subject.namesArticle(question);
    String asked = alone ? question : earlier + " " + question;
    return knowledge.search(asked, today, FOUND).map(found -> fromLaw(found, question, asked));
  }

  private Optional<Guide> guide(String question, String earlier) {
    return Subject.namesArticle(question) ? Optional.empty() : guides.fitting(question, earlier);
  }

  private Answer guided(Guide guide, String question, LocalDate today) {
    List<CitedArticle> cited = articles.named(guide.articles(), today);
    return new Answer(
        Answer.Kind.ANSWERED,
        guide.type(),
        guide.conclusion(),
        cited,
        cases(guide.type(), cited, question),
        guide.evidence(),
        guide.doors(),
        deadlines.of(guide.clocks(), EventDay.in(question, today), today));
  }

  private Answer fromLaw(Found found, String question, String asked) {
    if (found.missing().isPresent()) {
      return Answer.plain(Answer.Kind.UNKNOWN, TEXTS.get("missing", found.missing().get()));
    }
    boolean elsewhere = found.offTopic() || !speaksOfLaw(found, asked);
    List<Hit> near = near(found.hits());
    if (found.unheld().isPresent() && (elsewhere || near.isEmpty())) {
      return Answer.plain(Answer.Kind.UNKNOWN, TEXTS.get("unheld", found.unheld().get()));
    }
    if (elsewhere) {
      return declined();
    }
    if (near.isEmpty()) {
      return Answer.plain(Answer.Kind.UNKNOWN, TEXTS.get("unknown"));
    }
    List<CitedArticle> cited = near.stream().map(CitedArticle::of).toList();
    String type = type(near);
    Guides.OfType steps = guides.types().get(type);
    return new Answer(
        Answer.Kind.ANSWERED,
        type,
        told(found, near),
        cited,
        cases(type, cited, question),
        steps.evidence(),
        steps.doors(),
        List.of());
  }

  private static Answer declined() {
    return Answer.plain(Answer.Kind.DECLINED, TEXTS.get("declined"));
  }

  /** The words must be of the subject, unless the meaning is so plainly that they need not. */
  private static boolean speaksOfLaw(Found found, String asked) {
    return Subject.mayBeLaw(asked) || found.nearByMeaningAlone();
  }

  private static List<Hit> near(List<Hit> hits) {
    return hits.stream().filter(hit -> hit.score() >= NEAR_THE_BEST).limit(SHOWN).toList();
  }

  /** A law that was asked for and is not here is named before what is told instead of it. */
  private static List<String> told(Found found, List<Hit> near) {
    List<String> told = new ArrayList<>();
    told.add(
        found
            .unheld()
            .map(name -> TEXTS.get("unheld.lead", name))
            .orElse(TEXTS.get("generic.lead")));
    near.stream()
        .flatMap(hit -> hit.gist().stream())
        .map(Gist::gist)
        .limit(TOLD)
        .forEach(told::add);
    told.add(TEXTS.get("generic.close"));
    return told;
  }

  private static String type(List<Hit> near) {
    return near.stream()
        .flatMap(hit -> hit.gist().stream())
        .flatMap(gist -> gist.types().stream())
        .findFirst()
        .orElse("OTHER");
  }

  /** Cases of the type, those with the same articles and words first. */
  private List<TypicalCase> cases(String type, List<CitedArticle> cited, String question) {
    Set<String> names = cited.stream().map(CitedArticle::name).collect(Collectors.toSet());
    return knowledge.digest().cases().stream()
        .filter(one -> one.type().equals(type))
        .sorted(Comparator.comparingLong(one -> -nearness(one, names, question)))
        .limit(CASES)
        .toList();
  }

  private static long nearness(TypicalCase one, Set<String> names, String question) {
    long articles = one.articles().stream().filter(names::contains).count();
    String story = one.title() + one.facts();
    long pairs = 0;
    for (int i = 0; i + 2 <= question.length(); i++) {
      pairs += story.contains(question.substring(i, i + 2)) ? 1 : 0;
    }
    return articles * 2 + pairs;
  }
}
