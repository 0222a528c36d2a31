package org.yilian.kernel;

import java.util.Objects;

/**
 * One fault of one named input field, or one thing that is missing for a step.
 *
 * @param name the field's path, such as {@code parties[1].phone}
 * @param reason what is wrong and what would be right, in Chinese, for the person who typed it
 */
public record Field(String name, String reason) {
  public Field {
    Objects.requireNonNull(name);
    Objects.requireNonNull(reason);
  }
}
