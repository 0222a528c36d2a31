package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of people and what they are engaged as. */
final class PersonStore {
  /** A person with what only sign-in may see. */
  record Account(Person person, String passwordHash, String phone) {}

  private static final String SELECT =
      """
      select p.id, p.username, p.password_hash, p.name, p.phone, p.organisation_id,
        (select string_agg(r.role, ',') from person_roles r where r.person_id = p.id) as roles
      from people p
      """;

  Future<Optional<Account>> byUsername(SqlClient client, String username) {
    return one(client, SELECT + " where p.username = $1 and p.active", username);
  }

  Future<Optional<Account>> byId(SqlClient client, String id) {
    return one(client, SELECT + " where p.id = $1 and p.active", id);
  }

  private Future<Optional<Account>> one(SqlClient client, String sql, String value) {
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(value))
        .map(rows -> rows.stream().map(PersonStore::fromRow).findFirst());
  }

  Future<List<Person>> ofRole(SqlClient client, Role role) {
    String sql =
        SELECT
            + " where p.active and exists (select 1 from person_roles r"
            + " where r.person_id = p.id and r.role = $1) order by p.name, p.id";
    return client.preparedQuery(sql).execute(Tuple.of(role.name())).map(PersonStore::people);
  }

  Future<Set<String>> known(SqlClient client, List<String> usernames) {
    return client
        .preparedQuery("select username from people where username = any($1)")
        .execute(Tuple.tuple().addArrayOfString(usernames.toArray(String[]::new)))
        .map(
            rows ->
                rows.stream().map(row -> row.getString("username")).collect(Collectors.toSet()));
  }

  /** The ids of those of these names that somebody active signs in by. */
  Future<Map<String, String>> ids(SqlClient client, List<String> usernames) {
    return client
        .preparedQuery("select username, id from people where username = any($1) and active")
        .execute(Tuple.tuple().addArrayOfString(usernames.toArray(String[]::new)))
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.toMap(
                            row -> row.getString("username"), row -> row.getString("id"))));
  }

  /** The phones of those of these people who have one, by person. */
  Future<Map<String, String>> phones(SqlClient client, List<String> ids) {
    return client
        .preparedQuery("select id, phone from people where id = any($1) and phone is not null")
        .execute(Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.toMap(
                            row -> row.getString("id"), row -> row.getString("phone"))));
  }

  private static List<Person> people(RowSet<Row> rows) {
    return rows.stream().map(row -> fromRow(row).person()).toList();
  }

  Future<Void> insert(SqlClient client, Account account) {
    Person person = account.person();
    return client
        .preparedQuery(
            """
            insert into people (id, username, password_hash, name, phone, organisation_id)
            values ($1, $2, $3, $4, $5, $6)
            """)
        .execute(
            Tuple.of(
                person.id(),
                person.username(),
                account.passwordHash(),
                person.name(),
                account.phone(),
                person.organisationId()))
        .compose(done -> insertRoles(client, person));
  }

  Future<Void> station(SqlClient client, String id, String servingId, String areaCode) {
    return client
        .preparedQuery(
            "update people set serving_organisation_id = $2, area_code = $3 where id = $1")
        .execute(Tuple.of(id, servingId, areaCode))
        .mapEmpty();
  }

  private Future<Void> insertRoles(SqlClient client, Person person) {
    List<Tuple> rows = new ArrayList<>();
    person.roles().forEach(role -> rows.add(Tuple.of(person.id(), role.name())));
    return client
        .preparedQuery("insert into person_roles (person_id, role) values ($1, $2)")
        .executeBatch(rows)
        .mapEmpty();
  }

  private static Account fromRow(Row row) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (row.getString("roles") != null) {
      for (String role : row.getString("roles").split(",")) {
        roles.add(Role.valueOf(role));
      }
    }
    Person person =
        new Person(
            row.getString("id"),
            row.getString("username"),
            row.getString("name"),
            roles,
            row.getString("organisation_id"));
    return new Account(person, row.getString("password_hash"), row.getString("phone"));
  }
}
