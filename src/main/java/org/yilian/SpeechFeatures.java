package org.yilian;

import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.kernel.Periodic;
import org.yilian.speech.Recording;
import org.yilian.speech.Recordings;
import org.yilian.speech.Transcriptions;
import org.yilian.speech.Transcripts;

/** What people say aloud, and what is written of it. */
final class SpeechFeatures {
  private static final Logger LOG = LoggerFactory.getLogger(SpeechFeatures.class);
  private static final long MILLIS_BETWEEN_SWEEPS = 3_600_000;

  final Recordings recordings;
  final Transcripts transcripts;

  private final Optional<Transcriptions> machine;
  private final Periodic forgetting;

  SpeechFeatures(Foundation base) {
    recordings = new Recordings(base.vault, base.clock);
    transcripts = new Transcripts(base.audit, base.clock);
    machine =
        base.config
            .transcriber()
            .map(
                one ->
                    new Transcriptions(
                        base.vertx, base.database, recordings, one, base.audit, base.clock));
    forgetting =
        new Periodic(
            base.vertx,
            MILLIS_BETWEEN_SWEEPS,
            () ->
                recordings
                    .forget(base.database.pool())
                    .onFailure(failure -> LOG.warn("old recordings stay", failure)));
  }

  /** Who is told that a machine has written something down. */
  void onWritten(Consumer<Recording> told) {
    machine.ifPresent(one -> one.onWritten(told));
  }

  /** Something has just begun to wait. */
  void hurry() {
    machine.ifPresent(Transcriptions::hurry);
  }

  void start() {
    forgetting.start();
    machine.ifPresent(Transcriptions::start);
  }

  void stop() {
    forgetting.stop();
    machine.ifPresent(Transcriptions::stop);
  }
}
