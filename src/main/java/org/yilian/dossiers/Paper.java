package org.yilian.dossiers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/** One paper of a file, in its place. */
sealed interface Paper {
  ItemKind kind();

  String title();

  /** The day that it bears, or null. */
  LocalDate day();

  /** To be made from a template. */
  record Made(ItemKind kind, String title, LocalDate day, String template, Map<String, ?> values)
      implements Paper {
    public Made {
      Objects.requireNonNull(values);
    }
  }

  /**
   * A document of our own that is kept.
   *
   * @param name the word that its file is known by
   */
  record Ours(ItemKind kind, String title, LocalDate day, String name, byte[] pdf)
      implements Paper {
    public Ours {
      Objects.requireNonNull(pdf);
    }
  }

  /**
   * What somebody handed in: a picture is bound, anything else goes along as it is.
   *
   * @param entryId of the clerk's entry, or null
   */
  record Handed(
      ItemKind kind, String title, LocalDate day, String entryId, String mediaType, byte[] bytes)
      implements Paper {
    public Handed {
      Objects.requireNonNull(mediaType);
      Objects.requireNonNull(bytes);
    }
  }
}
