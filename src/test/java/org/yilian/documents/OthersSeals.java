package org.yilian.documents;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The agreement under seals that do not come from our own authority, as files for outside judges.
 *
 * @param root of the authority that they come from
 * @param archived with lists of revoked certificates, and with answers of a responder
 * @param renewed the first of them, with a further archive over it
 * @param plain without any proof
 * @param changedArchives with one bit changed in what follows the seal
 */
record OthersSeals(
    Path root,
    List<Path> archived,
    Path renewed,
    Path plain,
    List<Path> changedArchives,
    Path sm2) {

  static OthersSeals write() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (CrlServer lists = new CrlServer(vertx);
        OcspResponder responder = new OcspResponder(vertx, SealedSamples.CLOCK)) {
      ForeignAuthority elsewhere = responder.authority("某公司", lists.address());
      lists.publish(elsewhere::crl);
      byte[] answered = SealedSamples.byOthers(vertx, elsewhere, true);
      byte[] plain = SealedSamples.byOthers(vertx, elsewhere, false);
      responder.now(OcspResponder.Manner.ERROR);
      List<byte[]> listed = listed(vertx, elsewhere);
      return new OthersSeals(
          SealedSamples.write("elsewhere.pem", SealedSamples.pem(elsewhere.root().getEncoded())),
          List.of(
              SealedSamples.write("archived.pdf", listed.get(0)),
              SealedSamples.write("archived-by-answers.pdf", answered)),
          SealedSamples.write("archive-renewed.pdf", listed.get(1)),
          SealedSamples.write("not-archived.pdf", plain),
          changed(listed.get(0)),
          bySm2());
    } finally {
      vertx.close().await();
    }
  }

  /** Archived, and archived once more. */
  private static List<byte[]> listed(Vertx vertx, ForeignAuthority elsewhere) {
    Clock now = SealedSamples.CLOCK;
    try (TimestampResponder clock =
        new TimestampResponder(vertx, elsewhere, ForeignAuthority.sharedRsa(), now)) {
      Sealed archived = SealedSamples.sealedByOthers(vertx, elsewhere, clock, true);
      Sealed renewed = SealedSamples.renewed(vertx, archived, clock, now);
      return List.of(archived.paper().pdf(), renewed.paper().pdf());
    }
  }

  List<Path> byKeysOfOthers() {
    return Stream.concat(archived.stream(), Stream.of(renewed, plain)).toList();
  }

  /** In a proof, and in the last reference of the trailer. */
  private static List<Path> changed(byte[] archived) throws Exception {
    int sealed = SealedBytes.firstRevision(archived).length;
    List<Path> copies = new ArrayList<>();
    for (int place : List.of(sealed + 200, archived.length - 12)) {
      byte[] copy = archived.clone();
      copy[place] ^= 1;
      copies.add(SealedSamples.write("archive-changed-at-" + place + ".pdf", copy));
    }
    return copies;
  }

  private static Path bySm2() throws Exception {
    SealAuthority authority = SealAuthority.create(Suite.SM2, SealedSamples.CLOCK);
    SealKey key = authority.issue(Samples.ORGANISATION, SealedSamples.CLOCK);
    Files.createDirectories(SealedSamples.FOLDER);
    return SealedSamples.write("sm2.pdf", SealedSamples.agreement(authority, key));
  }
}
