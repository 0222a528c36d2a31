package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.documents.DocumentShelf;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** An agreement as text, pictures and PDF, for those who may see it. */
public final class AgreementDocuments {
  private static final int MOST_AT_ONCE = 200;

  private final SignatureStore signatures = new SignatureStore();
  private final DocumentShelf<List<byte[]>> shelf = new DocumentShelf<>();
  private final Database database;
  private final Access access;
  private final Papers papers;
  private final StoredFiles files;

  AgreementDocuments(Database database, Access access, Papers papers, StoredFiles files) {
    this.database = database;
    this.access = access;
    this.papers = papers;
    this.files = files;
  }

  /** An agreement with its signatures, out of which every document is made. */
  private record Source(Access.Seen seen, Signatures signatures) {}

  /** The exact bytes that are hashed: UTF-8, LF, no byte order mark. */
  public Future<Buffer> text(Caller caller, String id) {
    return database.withConnection(
        client ->
            access
                .see(client, caller, id)
                .map(seen -> Buffer.buffer(seen.agreement().text(), "UTF-8")));
  }

  /** Page n, counted from 1, as PNG, or 404. */
  public Future<Buffer> page(Caller caller, String id, String n) {
    return source(caller, id)
        .compose(source -> shelf.get(key(source), () -> pictures(source)))
        .map(
            pages -> {
              int page = n.matches("[1-9]\\d{0,3}") ? Integer.parseInt(n) : 0;
              if (page < 1 || page > pages.size()) {
                throw Refusal.notFound();
              }
              return Buffer.buffer(pages.get(page - 1));
            });
  }

  /** A side that looks before all have signed does not see the other side's signature. */
  private Future<Source> source(Caller caller, String id) {
    return database.withConnection(
        client ->
            access
                .see(client, caller, id)
                .compose(
                    seen ->
                        signatures
                            .of(client, seen.agreement())
                            .map(given -> SignatureViews.shown(seen, given))
                            .map(given -> new Signatures(seen.mediation(), given))
                            .map(given -> new Source(seen, given))));
  }

  private static String key(Source source) {
    Agreement agreement = source.seen().agreement();
    String who =
        source.signatures().given().stream()
            .map(Signature::signerId)
            .reduce("", (a, b) -> a + " " + b);
    return agreement.id() + " " + agreement.textHash() + " " + agreement.status() + who;
  }

  private Future<List<byte[]>> pictures(Source source) {
    Agreement agreement = source.seen().agreement();
    Future<byte[]> pdf =
        agreement.document() == null
            ? papers.unsealed(agreement, source.signatures()).map(made -> made.pdf())
            : database.withConnection(client -> sealed(client, agreement)).map(Buffer::getBytes);
    return pdf.compose(papers::pictures);
  }

  private Future<Buffer> sealed(SqlClient client, Agreement agreement) {
    return files.bytes(client, agreement.document().fileId());
  }

  /** The sealed PDF, or 404 while there is none. */
  public Future<Buffer> document(Caller caller, String id) {
    return database.withConnection(
        client ->
            access.see(client, caller, id).compose(seen -> document(client, seen.agreement())));
  }

  private Future<Buffer> document(SqlClient client, Agreement agreement) {
    return agreement.document() == null
        ? Future.failedFuture(Refusal.notFound())
        : sealed(client, agreement);
  }

  /** The text as a paper to be signed by hand; for the host's clerk and the mediator. */
  public Future<Buffer> paper(Caller caller, String id) {
    return source(caller, id)
        .compose(
            source -> {
              Viewer viewer = source.seen().viewer();
              if (!viewer.clerk() && !viewer.mediator()) {
                throw Refusal.notFound();
              }
              return papers.unsealed(
                  source.seen().agreement(), new Signatures(source.seen().mediation(), List.of()));
            })
        .map(made -> Buffer.buffer(made.pdf()));
  }

  /** Sealed PDFs of these agreements in one zip, for the host's clerk; 404 if one is not his. */
  public Future<Buffer> zip(Caller caller, Form form) {
    List<String> ids = form.texts("ids", MOST_AT_ONCE, 64);
    if (ids.isEmpty() && form.array("ids", MOST_AT_ONCE).isEmpty()) {
      form.fault("ids", "请至少选择一份协议。");
    }
    form.check();
    return database
        .withConnection(client -> all(client, caller, ids))
        .map(AgreementDocuments::packed);
  }

  private Future<Map<String, Buffer>> all(SqlClient client, Caller caller, List<String> ids) {
    Future<Map<String, Buffer>> done = Future.succeededFuture(new LinkedHashMap<>());
    for (String id : ids) {
      done = done.compose(found -> add(client, caller, id, found));
    }
    return done;
  }

  private Future<Map<String, Buffer>> add(
      SqlClient client, Caller caller, String id, Map<String, Buffer> found) {
    return access
        .see(client, caller, id)
        .compose(
            seen -> {
              seen.viewer().requireClerk();
              return document(client, seen.agreement())
                  .onSuccess(pdf -> found.put(seen.agreement().number() + ".pdf", pdf));
            })
        .map(found);
  }

  /** PDFs are packed already: storing them is enough work. */
  private static Buffer packed(Map<String, Buffer> found) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(0);
      for (Map.Entry<String, Buffer> entry : found.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(out.toByteArray());
  }
}
