package org.yilian.agreements;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Keeps the page pictures that were looked at last: a phone asks for one page after the other. */
final class PictureShelf {
  private static final int DOCUMENTS = 16;

  private final Map<String, Future<List<byte[]>>> shelf =
      new LinkedHashMap<>(DOCUMENTS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Future<List<byte[]>>> eldest) {
          return size() > DOCUMENTS;
        }
      };

  /**
   * The pictures under a key, made when they are not there.
   *
   * @param key another one for every other content
   */
  synchronized Future<List<byte[]>> pages(String key, Supplier<Future<List<byte[]>>> maker) {
    Future<List<byte[]>> known = shelf.get(key);
    if (known == null || known.failed()) {
      known = maker.get();
      shelf.put(key, known);
    }
    return known;
  }
}
