package org.yilian.documents;

import io.vertx.core.Future;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yilian.documents.TimestampServer.Stamp;

/** Seals, step by step: the key on a thread of the workshop, what others do without holding one. */
final class SealPress {
  private final Workshop workshop;
  private final Sealer sealer;
  private final SealHelp help;

  private record Order(Rendered document, SealAuthority authority, SealKey key, SealNote note) {}

  /**
   * A file under its seal.
   *
   * @param stamp who stamped it, where it was not our own clock
   */
  private record Closed(byte[] pdf, Optional<Stamp> stamp) {}

  SealPress(Workshop workshop, Sealer sealer, SealHelp help) {
    this.workshop = workshop;
    this.sealer = sealer;
    this.help = help;
  }

  /** With an archive after it where the key is another authority's and proofs are wanted. */
  Future<Sealed> seal(Rendered document, SealAuthority authority, SealKey key, SealNote note) {
    Order order = new Order(document, authority, key, note);
    Optional<Revocations> proofs = help.revocations().filter(any -> key.outside().isPresent());
    return proofs.isPresent()
        ? archived(order, proofs.get())
        : closed(order).map(closed -> sealed(order, closed));
  }

  /** A revoked key is found before it is used; what is archived is younger than the seal. */
  private Future<Sealed> archived(Order order, Revocations revocations) {
    List<X509Certificate> path = order.key().path();
    return revocations
        .of(List.of(path))
        .compose(good -> closed(order))
        .compose(
            closed ->
                new Archivist(workshop, sealer, help.stamps(), revocations)
                    .archive(sealed(order, closed), order.authority(), paths(path, closed)));
  }

  /** A further archive over one; failed with 503 {@code revocation-away} where nobody may ask. */
  Future<Sealed> renew(Sealed archived, SealAuthority authority) {
    return help.revocations()
        .map(asked -> new Archivist(workshop, sealer, help.stamps(), asked))
        .map(archivist -> archivist.renew(archived, authority))
        .orElseGet(() -> Future.failedFuture(Revocations.notAsked()));
  }

  private static List<List<X509Certificate>> paths(List<X509Certificate> key, Closed closed) {
    return Stream.concat(Stream.of(key), closed.stamp().stream().map(Stamp::path)).toList();
  }

  private static Sealed sealed(Order order, Closed closed) {
    List<OutsideCertificate> outside =
        Stream.concat(order.key().outside().stream(), closed.stamp().stream().map(Stamp::by))
            .toList();
    Rendered paper = new Rendered(closed.pdf(), order.document().pages());
    return new Sealed(paper, outside, Optional.empty());
  }

  private Future<Closed> closed(Order order) {
    return help.stamps()
        .map(server -> sealByServer(server, order))
        .orElseGet(() -> workshop.make(() -> sealHere(order)));
  }

  private Closed sealHere(Order order) {
    return new Closed(
        sealer.seal(order.document().pdf(), order.authority(), order.key(), order.note()),
        Optional.empty());
  }

  private Future<Closed> sealByServer(TimestampServer server, Order order) {
    return workshop
        .make(() -> sealer.draft(order.document().pdf(), order.key(), order.note(), true))
        .compose(
            draft ->
                server
                    .stamp(draft.signature())
                    .compose(stamp -> workshop.make(() -> closed(draft, stamp))));
  }

  private static Closed closed(SealDraft draft, Stamp stamp) throws IOException {
    try {
      return new Closed(draft.stamped(stamp.token()), Optional.of(stamp));
    } catch (IllegalArgumentException tooLong) {
      throw TimestampServer.refused(tooLong);
    }
  }
}
