package org.yilian.dossiers;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.yilian.agreements.Concerns;
import org.yilian.db.StoredFiles;
import org.yilian.disputes.Representative;
import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;

/** Gathers the papers of a file in their order. */
final class Papers {
  private final Concerns concerns;
  private final StoredFiles files;
  private final UnaryOperator<String> drawable;

  Papers(Concerns concerns, StoredFiles files, UnaryOperator<String> drawable) {
    this.concerns = concerns;
    this.files = files;
    this.drawable = drawable;
  }

  /** What a file is gathered from. */
  record Wanted(
      Caller caller,
      List<Matter> matters,
      Aftermath aftermath,
      List<Entry> entries,
      LocalDate today) {}

  Future<List<Paper>> of(SqlClient client, Wanted wanted) {
    List<Paper> papers = new ArrayList<>();
    Future<Void> done = Future.succeededFuture();
    for (Matter matter : wanted.matters()) {
      papers.addAll(new RecordPapers(matter, wanted.today(), drawable).all());
      done =
          done.compose(next -> authorities(client, matter, papers))
              .compose(next -> agreements(client, wanted.caller(), matter, papers))
              .compose(next -> court(client, matter, papers));
    }
    Matter last = wanted.matters().get(wanted.matters().size() - 1);
    papers.addAll(FollowUpPapers.of(wanted.aftermath().followUps(), last, drawable));
    for (Entry proof : wanted.aftermath().proofs()) {
      done = done.compose(next -> entry(client, proof, papers));
    }
    for (Entry entry : wanted.entries()) {
      done = done.compose(next -> entry(client, entry, papers));
    }
    return done.map(all -> papers.stream().sorted(Comparator.comparing(Paper::kind)).toList());
  }

  private Future<Void> authorities(SqlClient client, Matter matter, List<Paper> papers) {
    Future<Void> done = Future.succeededFuture();
    for (Representative one : matter.mediation().representatives()) {
      if (one.documentId() != null) {
        Entry as =
            new Entry(
                null,
                ItemKind.AUTHORITY,
                DossierTexts.get("authority", one.name()),
                null,
                one.documentId());
        done = done.compose(next -> entry(client, as, papers));
      }
    }
    return done;
  }

  private Future<Void> agreements(
      SqlClient client, Caller caller, Matter matter, List<Paper> papers) {
    Future<Void> done = Future.succeededFuture();
    for (Matter.Contract agreement : matter.effective()) {
      String title = DossierTexts.get("titled", ItemKind.AGREEMENT.title(), agreement.number());
      done =
          done.compose(next -> concerns.of(client, caller, agreement.id()))
              .onSuccess(
                  concern -> papers.add(new Paper.Agreed(title, agreement.effectiveOn(), concern)))
              .mapEmpty();
    }
    return done;
  }

  /**
   * What we made for the court is ours; what was supplied later and what came from there is not.
   */
  private Future<Void> court(SqlClient client, Matter matter, List<Paper> papers) {
    Future<Void> done = Future.succeededFuture();
    for (Matter.CourtFile file : matter.court()) {
      String title =
          DossierTexts.get("titled", ItemKind.CONFIRMATION.title(), CourtTitles.of(file.name()));
      if (file.name().endsWith(".pdf")) {
        String word = file.name().replaceFirst("\\.pdf$", "");
        papers.add(new Paper.Ours(ItemKind.CONFIRMATION, title, file.on(), word, file.fileId()));
      } else {
        Entry as = new Entry(null, ItemKind.CONFIRMATION, title, file.on(), file.fileId());
        done = done.compose(next -> entry(client, as, papers));
      }
    }
    return done;
  }

  private Future<Void> entry(SqlClient client, Entry entry, List<Paper> papers) {
    return files
        .find(client, entry.fileId())
        .map(found -> found.orElseThrow(Refusal::notFound))
        .onSuccess(
            file ->
                papers.add(
                    new Paper.Handed(entry.kind(), entry.title(), entry.dated(), entry.id(), file)))
        .mapEmpty();
  }
}
