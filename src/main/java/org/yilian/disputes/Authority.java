package org.yilian.disputes;

/** What an agent may do; to settle needs a special authority (民事诉讼法第六十二条). */
public enum Authority {
  GENERAL,
  SPECIAL
}
