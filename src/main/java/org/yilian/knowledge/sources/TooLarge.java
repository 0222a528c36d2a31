package org.yilian.knowledge.sources;

import java.io.IOException;

/** A stream that unpacks to more than anybody meant. */
public final class TooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  TooLarge() {}
}
