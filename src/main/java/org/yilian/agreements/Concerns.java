package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import org.yilian.db.StoredFiles;
import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;

/** What the confirmation of an agreement may ask of the agreement. */
public final class Concerns {
  private final AgreementStore store = new AgreementStore();
  private final SignatureStore signatures = new SignatureStore();
  private final Access access;
  private final Mediations mediations;
  private final Authoring authoring;
  private final Drafting drafting;
  private final SigningRules rules;
  private final Papers papers;
  private final StoredFiles files;

  Concerns(
      Access access,
      Mediations mediations,
      Authoring authoring,
      Drafting drafting,
      SigningRules rules,
      Papers papers,
      StoredFiles files) {
    this.access = access;
    this.mediations = mediations;
    this.authoring = authoring;
    this.drafting = drafting;
    this.rules = rules;
    this.papers = papers;
    this.files = files;
  }

  /** The agreement if the caller may see it, else 404. */
  public Future<Concern> of(SqlClient client, Caller caller, String agreementId) {
    return access
        .see(client, caller, agreementId)
        .compose(
            seen ->
                whole(
                    client,
                    seen.agreement(),
                    seen.mediation(),
                    new Concern.Standing(seen.viewer().seat(), seen.viewer().clerk())));
  }

  /** The agreement for whom confirmation has let in, such as the court. */
  public Future<Concern> unguarded(SqlClient client, String agreementId) {
    return store
        .find(client, agreementId)
        .compose(
            agreement ->
                mediations
                    .of(client, agreement.roomId())
                    .compose(mediation -> whole(client, agreement, mediation, null)));
  }

  private Future<Concern> whole(
      SqlClient client, Agreement agreement, Mediation mediation, Concern.Standing standing) {
    return signatures
        .of(client, agreement)
        .map(given -> new Concern(agreement, mediation, given, standing));
  }

  /** What would keep a court from confirming the agreement, and what it may ask about. */
  public Future<List<Finding>> findings(
      SqlClient client, Concern concern, DraftUnderReview.Confirmation state) {
    return authoring
        .frame(client, concern.agreement())
        .map(
            frame ->
                drafting
                    .findings(concern.mediation(), frame, concern.agreement().values(), state)
                    .stream()
                    .filter(finding -> finding.blocks() == Finding.Step.CONFIRMATION)
                    .toList());
  }

  /** Who of a side signs an application, or for whom the clerk enters a paper; else 404. */
  public Signer signer(Concern concern, Caller caller, String onBehalfOf) {
    Viewer viewer = new Viewer(caller, concern.standing().seat(), concern.standing().clerk());
    Signer signer =
        Signer.of(new Access.Seen(concern.agreement(), concern.mediation(), viewer), onBehalfOf);
    if (signer.mediator()) {
      throw Refusal.notFound();
    }
    return signer;
  }

  /** Fails with the first reason why this signature cannot stand under an application. */
  public Future<Void> check(SqlClient client, Signer signer, SignedMark mark) {
    return rules.checkApplicant(client, signer, mark);
  }

  /** The agreement as it was sealed; an oral one as it was recorded. */
  public Future<Buffer> document(SqlClient client, Concern concern) {
    Agreement agreement = concern.agreement();
    return agreement.document() == null
        ? papers
            .unsealed(agreement, new Signatures(concern.mediation(), concern.signatures()))
            .map(made -> Buffer.buffer(made.pdf()))
        : files.bytes(client, agreement.document().fileId());
  }
}
