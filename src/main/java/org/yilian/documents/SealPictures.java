package org.yilian.documents;

import java.util.LinkedHashMap;
import java.util.Map;

/** The looks of seals, as packed operators: each is drawn once, however often it is used. */
final class SealPictures {
  private static final int KEPT = 64;

  private final Face face;
  private final Map<Key, byte[]> drawn =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * Which seal.
   *
   * @param side in points
   */
  record Key(String organisation, boolean demo, double side) {}

  SealPictures(Face face) {
    this.face = face;
  }

  synchronized byte[] of(Key key) {
    return drawn.computeIfAbsent(key, this::draw);
  }

  private byte[] draw(Key key) {
    SealShape shape = new SealShape(face, key.organisation(), key.demo());
    return PdfPath.packed(PdfPath.filled(SealShape.RED, shape.within(key.side())));
  }
}
