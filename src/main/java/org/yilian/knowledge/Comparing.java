package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what was read against what is there, and changes nothing. */
final class Comparing {
  private final StatuteStore store = new StatuteStore();
  private final ArticleStore articles = new ArticleStore();
  private final StatuteEnds terms = new StatuteEnds();

  /** What there is to compare with, and what came of it. One comparison's own, never shared. */
  private static final class Course {
    final Map<String, StatuteStore.Stored> byVersion = new HashMap<>();
    final Set<String> texts = new HashSet<>();
    final List<IncomingStatute> added = new ArrayList<>();
    final List<Comparison.Changed> changed = new ArrayList<>();
    int unchanged;

    Course(List<StatuteStore.Stored> stored) {
      for (StatuteStore.Stored one : stored) {
        byVersion.put(version(one.key(), one.published()), one);
        texts.add(one.key() + one.print());
      }
    }

    static String version(String key, LocalDate published) {
      return key + "|" + published;
    }
  }

  Future<Comparison> of(SqlClient client, List<IncomingStatute> statutes, List<String> leftOut) {
    return store
        .stored(client)
        .map(Course::new)
        .compose(course -> sort(client, statutes, course))
        .compose(
            course ->
                ended(client, course)
                    .map(
                        ended ->
                            new Comparison(
                                List.copyOf(course.added),
                                List.copyOf(course.changed),
                                course.unchanged,
                                ended,
                                leftOut)));
  }

  private Future<Course> sort(SqlClient client, List<IncomingStatute> statutes, Course course) {
    Future<Void> done = Future.succeededFuture();
    for (IncomingStatute statute : statutes) {
      StatuteStore.Stored before =
          course.byVersion.get(Course.version(statute.key(), statute.published()));
      boolean same = before != null && before.print().equals(statute.print());
      // The same text under another day is the same version, told twice.
      if (same || before == null && !course.texts.add(statute.key() + statute.print())) {
        course.unchanged++;
      } else if (before == null) {
        course.added.add(statute);
      } else {
        done = done.compose(earlier -> change(client, before.id(), statute, course));
      }
    }
    return done.map(course);
  }

  private Future<Void> change(SqlClient client, long before, IncomingStatute now, Course course) {
    return articles
        .texts(client, before)
        .onSuccess(texts -> course.changed.add(Comparison.Changed.of(before, texts, now)))
        .mapEmpty();
  }

  private Future<List<Comparison.Ended>> ended(SqlClient client, Course course) {
    return terms
        .ground(client)
        .compose(
            on ->
                store
                    .ends(client)
                    .map(
                        ends ->
                            new After(on.versions(), on.said(), course).ended(on.orders(), ends)));
  }

  /** The versions and repeals that there would be. Those that are not there yet count downwards. */
  private static final class After {
    private final List<Validity.Version> versions = new ArrayList<>();
    private final List<Validity.Repeal> repeals = new ArrayList<>();

    After(List<Validity.Version> before, List<Validity.Repeal> said, Course course) {
      Set<Long> gone = new HashSet<>();
      course.changed.forEach(one -> gone.add(one.before()));
      before.stream().filter(one -> !gone.contains(one.id())).forEach(versions::add);
      said.stream().filter(one -> !gone.contains(one.by())).forEach(repeals::add);
      long id = 0;
      for (IncomingStatute statute : course.added) {
        add(--id, statute);
      }
      for (Comparison.Changed one : course.changed) {
        add(one.before(), one.now());
      }
    }

    private void add(long id, IncomingStatute statute) {
      versions.add(statute.version(id));
      statute.repeals().forEach((key, basis) -> repeals.add(new Validity.Repeal(id, key, basis)));
    }

    List<Comparison.Ended> ended(List<Validity.Order> orders, Map<Long, End> before) {
      Map<Long, End> after = Validity.of(versions, repeals, orders);
      return versions.stream()
          .filter(version -> after.containsKey(version.id()))
          .filter(version -> !after.get(version.id()).equals(before.get(version.id())))
          .map(
              version ->
                  new Comparison.Ended(version.law(), version.published(), after.get(version.id())))
          .sorted(Comparator.comparing(Comparison.Ended::law))
          .toList();
    }
  }
}
