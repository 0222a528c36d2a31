package org.yilian.documents;

import java.util.Objects;

/**
 * What a seal says of the document that it closes; it lies inside the signed bytes.
 *
 * @param kind the template's name
 * @param number the document's number, such as （2026）演调字第1号
 * @param demo whether it is without legal effect
 */
public record SealNote(String kind, String number, boolean demo) {
  public SealNote {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(number);
  }
}
