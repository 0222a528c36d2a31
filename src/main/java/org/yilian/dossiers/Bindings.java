package org.yilian.dossiers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yilian.documents.Documents;
import org.yilian.documents.Rendered;
import org.yilian.documents.Sheet;

/** Binds a volume: as one PDF with running page numbers, and as the files it is made of. */
final class Bindings {
  private static final String NOTE = "dossier-note";

  private final Documents documents;
  private final Originals originals;

  Bindings(Documents documents, Originals originals) {
    this.documents = documents;
    this.originals = originals;
  }

  /** The papers with what stands around them. A court gets no note: it is the committee's own. */
  private record Bound(List<Piece> pieces, Map<String, Rendered> around) {
    int pages() {
      int note = around.containsKey(NOTE) ? around.get(NOTE).pages() : 0;
      return pieces.stream().mapToInt(piece -> piece.bound().pages()).sum() + note;
    }
  }

  Future<Buffer> pdf(Volume volume) {
    return bound(volume).compose(bound -> pdf(volume, bound));
  }

  private Future<Buffer> pdf(Volume volume, Bound bound) {
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(sheet("dossier-cover", bound, false));
    sheets.add(sheet("dossier-contents", bound, false));
    for (Piece piece : bound.pieces()) {
      sheets.add(new Sheet(piece.paper().title(), piece.bound().pdf(), true));
    }
    if (bound.around().containsKey(NOTE)) {
      sheets.add(sheet(NOTE, bound, true));
    }
    sheets.add(sheet("dossier-back", bound, false));
    return documents.bind(volume.title(), sheets).map(made -> Buffer.buffer(made.pdf()));
  }

  private Sheet sheet(String template, Bound bound, boolean numbered) {
    String title = documents.template(template).title();
    return new Sheet(title, bound.around().get(template).pdf(), numbered);
  }

  /** The one PDF, every paper by itself, and a manifest with the hash of each. */
  Future<Buffer> zip(Volume volume) {
    return bound(volume)
        .compose(
            bound ->
                pdf(volume, bound)
                    .map(
                        pdf -> {
                          Map<String, byte[]> files = new LinkedHashMap<>();
                          files.put("dossier.pdf", pdf.getBytes());
                          bound
                              .pieces()
                              .forEach(piece -> files.put(piece.file(), piece.original()));
                          return VolumeZip.of(volume, bound.pieces(), files);
                        }));
  }

  private Future<Bound> bound(Volume volume) {
    return new Pieces(documents, originals, volume.organisation(), volume.number())
        .of(volume.papers())
        .compose(pieces -> around(volume, pieces));
  }

  /** The note comes first, since the contents name its pages; how many it has is then known. */
  private Future<Bound> around(Volume volume, List<Piece> pieces) {
    Covers covers = new Covers(volume, documents::drawable);
    Bound bound = new Bound(pieces, new HashMap<>());
    int papers = bound.pages();
    Future<Void> note =
        volume.forCourt()
            ? Future.succeededFuture()
            : made(bound, NOTE, covers.note(papers))
                .compose(first -> made(bound, NOTE, covers.note(bound.pages())));
    return note.compose(
            done -> made(bound, "dossier-contents", covers.contents(pieces, last(bound, papers))))
        .compose(done -> made(bound, "dossier-cover", covers.cover(bound.pages())))
        .compose(done -> made(bound, "dossier-back", covers.back(bound.pages())))
        .map(bound);
  }

  private List<Map<String, Object>> last(Bound bound, int papers) {
    if (!bound.around().containsKey(NOTE)) {
      return List.of();
    }
    Map<String, Object> item = new HashMap<>();
    item.put("n", String.valueOf(bound.pieces().size() + 1));
    item.put("title", documents.template(NOTE).title());
    item.put("pages", Covers.pages(papers + 1, bound.around().get(NOTE).pages()));
    return List.of(item);
  }

  private Future<Void> made(Bound bound, String template, Map<String, Object> values) {
    return documents
        .render(template, values)
        .onSuccess(pdf -> bound.around().put(template, pdf))
        .mapEmpty();
  }
}
