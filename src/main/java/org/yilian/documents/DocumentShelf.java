package org.yilian.documents;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps what was made of the documents that were looked at last: a phone asks for one page after
 * the other.
 */
public final class DocumentShelf<T> {
  private static final int DOCUMENTS = 16;

  private final Map<String, Future<T>> shelf =
      new LinkedHashMap<>(DOCUMENTS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Future<T>> eldest) {
          return size() > DOCUMENTS;
        }
      };

  /**
   * What lies under a key, made when it is not there.
   *
   * @param key another one for every other content
   */
  public synchronized Future<T> get(String key, Supplier<Future<T>> maker) {
    Future<T> known = shelf.get(key);
    if (known == null || known.failed()) {
      known = maker.get();
      shelf.put(key, known);
    }
    return known;
  }
}
