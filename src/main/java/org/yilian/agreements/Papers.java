package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yilian.disputes.Party;
import org.yilian.documents.Documents;
import org.yilian.documents.Rendered;
import org.yilian.kernel.Texts;
import org.yilian.rooms.MemberRole;

/** Agreements as PDFs: to be signed by hand, to be looked at, and to be sealed. */
public final class Papers {
  private static final Texts TEXTS = Texts.of("agreements");

  private final Vertx vertx;
  private final Documents documents;
  private final Seals seals;
  private final String verifyUrl;

  /**
   * @param verifyUrl the page on which anybody checks a document, as the QR code shows it
   */
  public Papers(Vertx vertx, Documents documents, Seals seals, String verifyUrl) {
    this.vertx = vertx;
    this.documents = documents;
    this.seals = seals;
    this.verifyUrl = verifyUrl;
  }

  /** The agreement with the signatures that there are, and room for those that are missing. */
  Future<Rendered> unsealed(Agreement agreement, Signatures signatures) {
    return render(agreement, signatures, null);
  }

  /** The agreement closed by the seal of its host. Takes some hundred milliseconds of CPU. */
  Future<SealedPaper> sealed(
      Agreement agreement, Signatures signatures, LocalDate on, String clerk) {
    SealUse use =
        new SealUse(
            signatures.mediation().host(),
            agreement.template(),
            agreement.number(),
            agreement.id(),
            clerk);
    return render(agreement, signatures, on).compose(made -> seals.seal(made, use));
  }

  /** Every page of a document of ours as a PNG. */
  Future<List<byte[]>> pictures(byte[] pdf) {
    return documents.pictures(pdf);
  }

  private Future<Rendered> render(Agreement agreement, Signatures signatures, LocalDate on) {
    return vertx
        .executeBlocking(() -> marks(signatures))
        .map(marks -> values(agreement, signatures, marks, on))
        .compose(values -> documents.render(agreement.template(), values));
  }

  private Map<String, Object> values(
      Agreement agreement, Signatures signatures, List<Map<String, Object>> marks, LocalDate on) {
    Map<String, Object> values = new HashMap<>();
    values.put("number", agreement.number());
    values.put("organisation", signatures.mediation().host().name());
    values.put("text", agreement.text());
    values.put("textHash", agreement.textHash());
    values.put("verifyUrl", verifyUrl);
    values.put("signatures", marks);
    values.put("electronic", signatures.electronic());
    values.put("sealedOn", on);
    return values;
  }

  private static List<Map<String, Object>> marks(Signatures signatures) {
    List<Map<String, Object>> marks = new ArrayList<>();
    for (Party party : signatures.mediation().parties()) {
      marks.add(
          signatures
              .of(party.id())
              .map(given -> mark(given, party.knownAs()))
              .orElseGet(() -> room(Signature.Role.PARTY, party.knownAs())));
    }
    signatures.given().stream()
        .filter(one -> one.role() == Signature.Role.MEDIATOR)
        .forEach(one -> marks.add(mark(one, null)));
    if (!signatures.mediatorSigned()) {
      signatures
          .mediation()
          .namesOf(MemberRole.MEDIATOR)
          .forEach(name -> marks.add(room(Signature.Role.MEDIATOR, name)));
    }
    return marks;
  }

  /** A signature that was given. Whoever signs for a party is named with the party. */
  public static Map<String, Object> mark(Signature given, String party) {
    Map<String, Object> mark = room(given.role(), given.name());
    if (party != null && !party.equals(given.name())) {
      mark.put("onBehalfOf", party);
    }
    mark.put("method", TEXTS.get("method." + given.method()));
    mark.put("picture", given.strokes() == null ? null : given.strokes().drawing().png());
    mark.put("typedName", given.typedName());
    mark.put("signedAt", given.at());
    return mark;
  }

  private static Map<String, Object> room(Signature.Role role, String name) {
    Map<String, Object> mark = new HashMap<>();
    mark.put("role", TEXTS.get("role." + role));
    mark.put("name", name);
    return mark;
  }
}
