package org.yilian.documents;

import io.vertx.core.Future;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yilian.documents.TimestampServer.Stamp;

/** Seals, step by step: the key on a thread of the workshop, what others do without holding one. */
final class SealPress {
  private static final int ROUNDS = 3;

  private final Workshop workshop;
  private final Sealer sealer;
  private final SealHelp help;

  private record Order(Rendered document, SealAuthority authority, SealKey key, SealNote note) {}

  /**
   * What is sealed with a document.
   *
   * @param stampers whose proofs are among it
   */
  private record Gathered(LongTerm proofs, Set<OutsideCertificate> stampers) {}

  SealPress(Workshop workshop, Sealer sealer, SealHelp help) {
    this.workshop = workshop;
    this.sealer = sealer;
    this.help = help;
  }

  Future<Sealed> seal(Rendered document, SealAuthority authority, SealKey key, SealNote note) {
    Order order = new Order(document, authority, key, note);
    if (help.revocations().isPresent() && key.outside().isPresent()) {
      return seal(order, help.revocations().get(), ROUNDS);
    }
    return seal(order, LongTerm.NONE).map(Closed::sealed);
  }

  /**
   * With proofs of all certificates. A clock may have several keys, and the proof of each must be
   * there before it stamps: where a new one turns up, the seal is made anew.
   */
  private Future<Sealed> seal(Order order, Revocations revocations, int rounds) {
    return gathered(order.key(), revocations)
        .compose(
            gathered ->
                seal(order, gathered.proofs())
                    .compose(
                        closed ->
                            closed.stamper() == null
                                    || gathered.stampers().contains(closed.stamper())
                                ? Future.succeededFuture(closed.sealed())
                                : again(order, revocations, rounds)));
  }

  private Future<Sealed> again(Order order, Revocations revocations, int rounds) {
    return rounds > 1
        ? seal(order, revocations, rounds - 1)
        : Future.failedFuture(
            TimestampServer.refused(new IOException("it stamps with ever new certificates")));
  }

  private Future<Gathered> gathered(SealKey key, Revocations revocations) {
    Future<Map<OutsideCertificate, List<X509Certificate>>> known =
        help.stamps().map(TimestampServer::known).orElse(Future.succeededFuture(Map.of()));
    return known.compose(
        stampers -> {
          List<List<X509Certificate>> paths = new ArrayList<>(stampers.values());
          paths.add(key.path());
          return revocations.of(paths).map(proofs -> new Gathered(proofs, stampers.keySet()));
        });
  }

  /**
   * @param stamper null where it was our own clock
   */
  private record Closed(Sealed sealed, OutsideCertificate stamper) {}

  private Future<Closed> seal(Order order, LongTerm proofs) {
    return help.stamps()
        .map(server -> sealByServer(server, order, proofs))
        .orElseGet(() -> workshop.make(() -> sealHere(order, proofs)));
  }

  private Closed sealHere(Order order, LongTerm proofs) {
    byte[] pdf =
        sealer.seal(order.document().pdf(), order.authority(), order.key(), order.note(), proofs);
    return new Closed(
        new Sealed(
            new Rendered(pdf, order.document().pages()), order.key().outside().stream().toList()),
        null);
  }

  private Future<Closed> sealByServer(TimestampServer server, Order order, LongTerm proofs) {
    return workshop
        .make(() -> sealer.draft(order.document().pdf(), order.key(), order.note(), proofs, true))
        .compose(
            draft ->
                server
                    .stamp(draft.signature())
                    .compose(stamp -> workshop.make(() -> closed(order, draft, stamp))));
  }

  private static Closed closed(Order order, SealDraft draft, Stamp stamp) throws IOException {
    List<OutsideCertificate> outside =
        Stream.concat(order.key().outside().stream(), Stream.of(stamp.by())).toList();
    Rendered paper = new Rendered(stamped(draft, stamp), order.document().pages());
    return new Closed(new Sealed(paper, outside), stamp.by());
  }

  private static byte[] stamped(SealDraft draft, Stamp stamp) throws IOException {
    try {
      return draft.stamped(stamp.token());
    } catch (IllegalArgumentException tooLong) {
      throw TimestampServer.refused(tooLong);
    }
  }
}
