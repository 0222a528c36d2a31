package org.yilian.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.buffer.Buffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yilian.client.Voice;
import org.yilian.kernel.Refusal;

/** What is read of the head of a recording. */
class WaveTest {
  private static Wave of(Buffer file) {
    return Wave.of(file, file.length());
  }

  @Test
  void theLengthIsToldByTheHead() {
    assertEquals(new Wave(44, 1_000), of(Buffer.buffer(Voice.tone(1_000))));
  }

  @Test
  void whatElseStandsInTheHeadIsPassedOver() {
    Buffer plain = Buffer.buffer(Voice.tone(500));
    Buffer list = Buffer.buffer("LIST").appendIntLE(5).appendString("INFOx").appendByte((byte) 0);
    Buffer file =
        plain.getBuffer(0, 36).appendBuffer(list).appendBuffer(plain.getBuffer(36, plain.length()));
    file.setIntLE(4, file.length() - 8);
    assertEquals(new Wave(58, 500), of(file));
  }

  /** Whatever stands there: a refusal, and never another failure. */
  @Test
  void everyOtherHeadIsRefused() {
    Random random = new Random(7);
    byte[] good = Voice.tone(500);
    for (int n = 0; n < 20_000; n++) {
      byte[] file = good.clone();
      for (int changes = 0; changes < 4; changes++) {
        file[random.nextInt(44)] = (byte) random.nextInt(256);
      }
      Buffer cut = Buffer.buffer(file).slice(0, 1 + random.nextInt(60));
      try {
        Wave.of(cut, file.length);
      } catch (Refusal expected) {
        assertEquals(400, expected.status());
      }
    }
    assertThrows(Refusal.class, () -> of(Buffer.buffer("RIFF")));
    assertThrows(Refusal.class, () -> of(Buffer.buffer(new byte[5_000])));
  }
}
