package org.yilian.kernel;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Properties;

/** The sentences that one audience reads, from one UTF-8 file on the classpath. */
public final class Texts {
  private final String file;
  private final Properties sentences = new Properties();

  private Texts(String file) {
    this.file = file;
  }

  /**
   * Reads {@code texts/<audience>.properties}.
   *
   * @throws UncheckedIOException if the file is not there
   */
  public static Texts of(String audience) {
    Texts texts = new Texts("texts/" + audience + ".properties");
    try {
      texts.sentences.load(new StringReader(Bundled.text(texts.file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** The sentence of a key, with {0}, {1} … filled in. */
  public String get(String key, Object... values) {
    String sentence = sentences.getProperty(key);
    if (sentence == null) {
      throw new IllegalArgumentException(file + " has no " + key);
    }
    return values.length == 0 ? sentence : MessageFormat.format(sentence, values);
  }

  public boolean has(String key) {
    return sentences.containsKey(key);
  }
}
