package org.yilian.dossiers;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yilian.documents.Documents;
import org.yilian.documents.Rendered;
import org.yilian.kernel.Hash;

/** Makes the papers of a volume, one after the other. */
final class Pieces {
  private final Documents documents;
  private final Originals originals;
  private final String organisation;
  private final String number;

  Pieces(Documents documents, Originals originals, String organisation, String number) {
    this.documents = documents;
    this.originals = originals;
    this.organisation = organisation;
    this.number = number;
  }

  Future<List<Piece>> of(List<Paper> papers) {
    Future<List<Piece>> done = Future.succeededFuture(new ArrayList<>());
    for (Paper paper : papers) {
      done = done.compose(all -> piece(paper, all.size() + 1).onSuccess(all::add).map(all));
    }
    return done;
  }

  private Future<Piece> piece(Paper paper, int n) {
    if (paper instanceof Paper.Made made) {
      return documents
          .render(made.template(), made.values())
          .map(pdf -> new Piece(paper, name(n, paper.kind().word(), "pdf"), pdf.pdf(), pdf, false));
    }
    if (paper instanceof Paper.Agreed agreed) {
      String file = name(n, "agreement", "pdf");
      return originals.agreement(agreed.concern()).compose(pdf -> kept(paper, file, pdf));
    }
    if (paper instanceof Paper.Ours ours) {
      String file = name(n, ours.name(), "pdf");
      return originals.file(ours.fileId()).compose(pdf -> kept(paper, file, pdf));
    }
    Paper.Handed handed = (Paper.Handed) paper;
    return originals.file(handed.file().id()).compose(bytes -> handed(handed, bytes, n));
  }

  private Future<Piece> kept(Paper paper, String file, byte[] pdf) {
    return documents
        .pages(pdf)
        .map(pages -> new Piece(paper, file, pdf, new Rendered(pdf, pages), false));
  }

  /** What has no pages that can be bound as they are: a page tells of it, and the zip holds it. */
  private Future<Piece> handed(Paper.Handed paper, byte[] bytes, int n) {
    String mediaType = paper.file().mediaType();
    String file = name(n, paper.kind().word(), ending(mediaType));
    return bindable(mediaType, bytes)
        .compose(
            page ->
                page.isPresent()
                    ? Future.succeededFuture(new Piece(paper, file, bytes, page.get(), false))
                    : documents
                        .render("dossier-slip", slip(paper, bytes, file))
                        .map(pdf -> new Piece(paper, file, bytes, pdf, true)));
  }

  private Future<Optional<Rendered>> bindable(String mediaType, byte[] bytes) {
    if (mediaType.startsWith("image/")) {
      return documents.picture(bytes);
    }
    return mediaType.equals("application/pdf")
        ? documents.strangersPdf(bytes)
        : Future.succeededFuture(Optional.empty());
  }

  private Map<String, Object> slip(Paper.Handed paper, byte[] bytes, String file) {
    Map<String, Object> values = new HashMap<>();
    values.put("organisation", organisation);
    values.put("number", number);
    values.put("title", documents.drawable(paper.title()));
    values.put("file", file);
    values.put("size", DossierTexts.get("slip.size", String.valueOf(bytes.length)));
    values.put("hash", Hash.of(bytes).value());
    values.put("day", paper.day());
    values.put("reason", DossierTexts.get("slip.reason"));
    return values;
  }

  private static String name(int n, String word, String ending) {
    return "%03d-%s.%s".formatted(n, word, ending);
  }

  private static String ending(String mediaType) {
    return switch (mediaType) {
      case "application/pdf" -> "pdf";
      case "image/png" -> "png";
      case "image/jpeg" -> "jpg";
      default -> "bin";
    };
  }
}
