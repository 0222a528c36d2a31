package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final String AGREEMENT = "people-mediation-agreement";
  private final Vertx vertx = Vertx.vertx();
  private final Documents documents =
      Documents.open(vertx, new Documents.Settings(true, null, null, 4, 40), SealedSamples.CLOCK);

  @AfterEach
  void close() {
    documents.close();
    vertx.close().await();
  }

  @Test
  void goesFromValuesToASealedDocumentThatVerifies() {
    SealAuthority authority = documents.createAuthority(Suite.RSA).await();
    Verification verdict =
        documents
            .issueKey(authority, Samples.ORGANISATION)
            .compose(
                key ->
                    documents
                        .render(AGREEMENT, Samples.agreement())
                        .compose(paper -> documents.seal(paper, authority, key, AGREEMENT, "1号")))
            .compose(
                done ->
                    documents.verify(
                        done.paper().pdf(), new Trust(List.of(authority.root()), List.of())))
            .await();
    assertEquals(List.of(), verdict.faults());
    assertEquals("1号", verdict.number());
    assertTrue(verdict.demo());
  }

  /** The fonts are shared by all threads; each document must still be whole. */
  @Test
  void manyAtOnceComeOutAsOneAlone() throws IOException {
    String alone = text(documents.render(AGREEMENT, Samples.agreement()).await());
    List<Future<Rendered>> many = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      many.add(documents.render(AGREEMENT, Samples.agreement()));
    }
    for (Future<Rendered> one : many) {
      assertEquals(alone, text(one.await()));
    }
  }

  private static String text(Rendered done) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(done.pdf())) {
      return new PDFTextStripper().getText(pdf);
    }
  }
}
