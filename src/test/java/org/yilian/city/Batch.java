package org.yilian.city;

import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Some thousands of disputes with their parties, as two statements. */
final class Batch {
  private static final OffsetDateTime LAUNCH =
      OffsetDateTime.of(2026, 2, 7, 0, 0, 0, 0, ZoneOffset.ofHours(8));
  private static final int SECONDS = 206 * 24 * 3600;

  /** Of 100,000: what the article's city has resolved. */
  private static final int RESOLVED = 99_590;

  private final Random random;
  private final List<List<String>> texts = new ArrayList<>();
  private final List<OffsetDateTime> created = new ArrayList<>();
  private final List<OffsetDateTime> signed = new ArrayList<>();
  private final List<OffsetDateTime> resolved = new ArrayList<>();
  private final List<OffsetDateTime> due = new ArrayList<>();
  private final List<Long> recovered = new ArrayList<>();

  Batch(CityPlan plan, Random random, int from, int size) {
    this.random = random;
    for (int i = 0; i < 13; i++) {
      texts.add(new ArrayList<>(size));
    }
    for (int i = from; i < from + size; i++) {
      add(plan, i);
    }
  }

  private void add(CityPlan plan, int i) {
    Matters.Matter matter = Matters.next(random);
    String a = Matters.name(random);
    String b = Matters.name(random);
    String tail = "%04d".formatted(random.nextInt(10_000));
    boolean done = random.nextInt(100_000) < RESOLVED;
    OffsetDateTime at = LAUNCH.plusSeconds(random.nextInt(SECONDS));
    String number = "（2026）模调字第" + (i + 1) + "号";
    String external = i % 10 == 6 ? "50011200%08d".formatted(20_260_000 + i + 1) : null;
    String[] row = {
      "g-" + i,
      number,
      matter.type(),
      matter.cause(),
      matter.address(),
      done ? "SELF_RESOLVED" : "SIGNED_FOR",
      plan.somewhere(random),
      level(done),
      a,
      b,
      tail,
      words(number, external == null ? "" : external, matter.cause(), matter.address(), a, b, tail),
      external
    };
    for (int n = 0; n < row.length; n++) {
      texts.get(n).add(row[n]);
    }
    created.add(at);
    signed.add(at.plusMinutes(10 + random.nextInt(900)));
    resolved.add(done ? at.plusHours(4 + random.nextInt(300)) : null);
    due.add(done ? null : at.plusDays(20));
    recovered.add(done && random.nextInt(10) == 0 ? (long) random.nextInt(5_000_000) : 0L);
  }

  private String level(boolean done) {
    int at = random.nextInt(100);
    return at < 55 ? "GRID" : at < 80 ? "COMMUNITY" : at < 97 || !done ? "STREET" : "DISTRICT";
  }

  /** As the product cuts them; joined by a space, which is in none. */
  private static String words(String... texts) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      for (String run : text.split("(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])|[（）]")) {
        if (run.matches("[0-9]+")) {
          words.add(run);
        }
        for (int i = 0; !run.matches("[0-9]+") && i + 1 < run.length(); i++) {
          words.add(run.substring(i, i + 2));
        }
      }
    }
    return String.join(" ", words);
  }

  void insert(PgConnection connection) {
    Tuple values = Tuple.tuple();
    texts.forEach(column -> values.addArrayOfString(column.toArray(String[]::new)));
    values.addArrayOfOffsetDateTime(created.toArray(OffsetDateTime[]::new));
    values.addArrayOfOffsetDateTime(signed.toArray(OffsetDateTime[]::new));
    values.addArrayOfOffsetDateTime(resolved.toArray(OffsetDateTime[]::new));
    values.addArrayOfOffsetDateTime(due.toArray(OffsetDateTime[]::new));
    values.addArrayOfLong(recovered.toArray(Long[]::new));
    connection.preparedQuery(DISPUTES).execute(values).await();
    Tuple people = Tuple.tuple();
    for (int n : new int[] {0, 8, 9, 10}) {
      people.addArrayOfString(texts.get(n).toArray(String[]::new));
    }
    connection.preparedQuery(PARTIES).execute(people).await();
  }

  private static final String DISPUTES =
      """
      insert into disputes (id, number, type, cause, address, source, status, area_code, level, channel,
        handling, created_by, created_at, signed_for_at, resolved_at, resolved_level, due_at,
        recovered_fen, words, external_number)
      select r.id, r.number, r.type, r.cause, r.address, 'INITIATIVE', r.status, r.area, r.level, 'GRID',
        'TOGETHER', 'city', r.created, r.signed, r.resolved,
        case when r.resolved is not null then r.level end, r.due, r.recovered,
        string_to_array(r.words, ' '), r.external
      from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
        $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::timestamptz[],
        $15::timestamptz[], $16::timestamptz[], $17::timestamptz[], $18::bigint[])
        as r (id, number, type, cause, address, status, area, level, a, b, tail, words, external, created, signed,
          resolved, due, recovered)
      """;
  private static final String PARTIES =
      """
      insert into parties (id, dispute_id, position, side, kind, name, phone_sealed, phone_tail, phone_index)
      select r.id || p.side, r.id, p.n, p.side, 'PERSON', case p.side when 'A' then r.a else r.b end,
        '\\x00'::bytea, r.tail, md5(r.a || r.tail || p.side)
      from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as r (id, a, b, tail),
        (values (0, 'A'), (1, 'B')) p (n, side)
      """;
}
