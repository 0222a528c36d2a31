package org.yilian.speech;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** A machine that writes down speech, where the operator has one. Its words count for nothing. */
public interface Transcriber {

  /** As it is named beside what it wrote. */
  String name();

  /**
   * Lets it listen.
   *
   * @param wave a whole WAV file of 16 kHz, mono, 16 bit
   * @return what it heard, empty where it heard nothing; fails where it is away, too slow or talks
   *     nonsense
   */
  Future<List<Heard>> listen(Buffer wave);
}
