package org.yilian.documents;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a reader needs to judge a seal when the authorities no longer answer.
 *
 * @param certificates up to the roots
 * @param answers of OCSP responders that a certificate was good
 * @param lists of revoked certificates (CRL); all of them as DER
 */
record LongTerm(List<byte[]> certificates, List<byte[]> answers, List<byte[]> lists) {
  LongTerm {
    certificates = List.copyOf(certificates);
    answers = List.copyOf(answers);
    lists = List.copyOf(lists);
  }

  /** In the order in which they are written. */
  List<byte[]> all() {
    return Stream.of(certificates, answers, lists).flatMap(List::stream).toList();
  }
}
