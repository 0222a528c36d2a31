package org.yilian.disputes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.yilian.client.Photograph;

/** What is uploaded, and comes back. */
class FilesIT extends DisputeTests {
  @Test
  void filesAreKnownByTheirBytesAlone() {
    JsonObject kept =
        grid.upload("/files", "无关.exe", "application/x-msdownload", PDF).expect(201).json();
    assertEquals("application/pdf", kept.getString("mediaType"));
    assertEquals(PDF.length, kept.getInteger("size"));
    assertTrue(kept.getString("sha256").matches("sha256:[0-9a-f]{64}"));
    assertEquals(new String(PDF), grid.get("/files/" + kept.getString("id")).expect(200).text());
    mediator.get("/files/" + kept.getString("id")).expect(404);
    grid.upload("/files", "a.pdf", "application/pdf", "GIF89a".getBytes()).expect(400, "file-type");
    grid.upload("/files", "other", "a.pdf", "application/pdf", PDF).expect(400);
    grid.post("/files", new JsonObject()).expect(400);
  }

  @Test
  void aLargeFileComesBackByteForByteAndATooLargeOneIsRefused() {
    byte[] large = new byte[(3 << 20) + 17];
    System.arraycopy(PDF, 0, large, 0, PDF.length);
    large[large.length - 1] = 42;
    String id = grid.upload("/files", "a.pdf", "application/pdf", large).expect(201).id();
    byte[] back = grid.get("/files/" + id).expect(200).bytes();
    assertEquals(-1, Arrays.mismatch(large, back));
    byte[] tooLarge = new byte[(20 << 20) + 1];
    System.arraycopy(PDF, 0, tooLarge, 0, PDF.length);
    grid.upload("/files", "a.pdf", "application/pdf", tooLarge).expect(413, "file-too-large");
  }

  @Test
  void aPhotographIsKeptUprightAndItsPlaceIsForgotten() throws IOException {
    JsonObject kept =
        grid.upload("/files", "a.jpg", "image/jpeg", Photograph.held(6)).expect(201).json();
    byte[] back = grid.get("/files/" + kept.getString("id")).expect(200).bytes();
    String raw = new String(back, StandardCharsets.ISO_8859_1);
    assertFalse(raw.contains(Photograph.PLACE) || raw.contains("Exif"));
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(back));
    assertEquals(Photograph.HEIGHT, seen.getWidth(), "it was held on its side");
    assertEquals(Photograph.WIDTH, seen.getHeight());
    assertTrue((seen.getRGB(seen.getWidth() - 4, 3) >> 16 & 0xff) > 200, "red at the top right");
    byte[] cut = Arrays.copyOf(Photograph.held(1), 120);
    grid.upload("/files", "a.jpg", "image/jpeg", cut).expect(400, "picture-broken");
  }
}
