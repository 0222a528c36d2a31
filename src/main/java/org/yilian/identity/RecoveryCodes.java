package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One-use codes for whoever has lost the phone, told once. They are short enough to copy by hand,
 * so their hash takes a key that the database does not hold: whoever has a copy of it cannot try
 * them.
 */
final class RecoveryCodes {
  private static final int HOW_MANY = 8;
  private static final int LENGTH = 10;

  /** Without those that look like others. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecondFactorStore store = new SecondFactorStore();
  private final Vault vault;

  RecoveryCodes(Vault vault) {
    this.vault = vault;
  }

  /** Makes a person's codes, and tells them. */
  Future<List<String>> issue(SqlClient client, String personId) {
    List<String> codes = Stream.generate(RecoveryCodes::fresh).limit(HOW_MANY).toList();
    List<String> hashes = codes.stream().map(code -> hash(personId, code)).toList();
    return store.addRecoveryCodes(client, personId, hashes).map(codes);
  }

  /** Uses the code up; false where it is none of the person's, or was used. */
  Future<Boolean> use(SqlClient client, String personId, String code) {
    return store.useRecoveryCode(client, personId, hash(personId, code));
  }

  private static String fresh() {
    StringBuilder code = new StringBuilder();
    IntStream.range(0, LENGTH)
        .forEach(n -> code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length()))));
    return code.toString();
  }

  private String hash(String personId, String code) {
    return vault.index("recovery-code " + personId + ' ' + code);
  }
}
