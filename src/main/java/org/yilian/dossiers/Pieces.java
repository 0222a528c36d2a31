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
  private final String organisation;
  private final String number;

  Pieces(Documents documents, String organisation, String number) {
    this.documents = documents;
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
    if (paper instanceof Paper.Ours ours) {
      String file = name(n, ours.name(), "pdf");
      return documents
          .pages(ours.pdf())
          .map(pages -> new Rendered(ours.pdf(), pages))
          .map(pdf -> new Piece(paper, file, pdf.pdf(), pdf, false));
    }
    return handed((Paper.Handed) paper, n);
  }

  /** No stranger's PDF reaches the PDF library: a page tells of it, and the zip holds it. */
  private Future<Piece> handed(Paper.Handed paper, int n) {
    String file = name(n, paper.kind().word(), ending(paper.mediaType()));
    Future<Optional<Rendered>> picture =
        paper.mediaType().startsWith("image/")
            ? documents.picture(paper.bytes())
            : Future.succeededFuture(Optional.empty());
    return picture.compose(
        page ->
            page.isPresent()
                ? Future.succeededFuture(new Piece(paper, file, paper.bytes(), page.get(), false))
                : documents
                    .render("dossier-slip", slip(paper, file))
                    .map(pdf -> new Piece(paper, file, paper.bytes(), pdf, true)));
  }

  private Map<String, Object> slip(Paper.Handed paper, String file) {
    Map<String, Object> values = new HashMap<>();
    values.put("organisation", organisation);
    values.put("number", number);
    values.put("title", documents.drawable(paper.title()));
    values.put("file", file);
    values.put("size", DossierTexts.get("slip.size", String.valueOf(paper.bytes().length)));
    values.put("hash", Hash.of(paper.bytes()).value());
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
