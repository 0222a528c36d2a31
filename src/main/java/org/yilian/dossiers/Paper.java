package org.yilian.dossiers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.yilian.agreements.Concern;
import org.yilian.db.StoredFile;

/** One paper of a file, in its place. The bytes of what is kept are read when it is bound. */
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

  /** The agreement as it was sealed; an oral one as it was recorded. */
  record Agreed(String title, LocalDate day, Concern concern) implements Paper {
    public Agreed {
      Objects.requireNonNull(concern);
    }

    @Override
    public ItemKind kind() {
      return ItemKind.AGREEMENT;
    }
  }

  /**
   * A document of our own that is kept.
   *
   * @param name the word that its file is known by
   */
  record Ours(ItemKind kind, String title, LocalDate day, String name, String fileId)
      implements Paper {
    public Ours {
      Objects.requireNonNull(fileId);
    }
  }

  /**
   * What somebody handed in: a picture is bound, anything else goes along as it is.
   *
   * @param entryId of the clerk's entry, or null
   */
  record Handed(ItemKind kind, String title, LocalDate day, String entryId, StoredFile file)
      implements Paper {
    public Handed {
      Objects.requireNonNull(file);
    }
  }
}
