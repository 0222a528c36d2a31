package org.yilian.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilian.client.Voice;

/** What a transcriber inside the process says, and that it is there at all. */
class VoskTranscriberTest {
  @TempDir private Path empty;

  @Test
  void blanksBetweenChineseWordsGo() {
    assertEquals("楼上漏水three times了", Spacing.closed(" 楼 上 漏 水 three times 了 "));
    Heard heard =
        VoskTranscriber.line(
            "{\"result\":[{\"word\":\"你\",\"start\":0.5,\"end\":0.7},"
                + "{\"word\":\"好\",\"start\":0.7,\"end\":1.25}],\"text\":\"你 好\"}");
    assertEquals(new Heard(500, 1_250, "你好"), heard);
    assertEquals(new Heard(null, null, ""), VoskTranscriber.line("{\"text\":\"\"}"));
  }

  /** Its library is loaded, and says so in words instead of ending the process. */
  @Test
  void aFolderWithoutAModelIsAFailureAndNoCrash() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Transcriber vosk = new Machine.Vosk(empty, Duration.ofSeconds(30)).transcriber(vertx);
      Buffer wave = Buffer.buffer(Voice.tone(500));
      assertThrows(IOException.class, () -> vosk.listen(wave).await(30, TimeUnit.SECONDS));
    } finally {
      vertx.close().await(10, TimeUnit.SECONDS);
    }
  }
}
