package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.junit.jupiter.api.Test;
import org.yilian.documents.Verification.Fault;

/** Archives that somebody else has written after a seal of ours, in the form that we write. */
class ForgedArchivesTest extends ArchiveTests {
  @Test
  void proofsThatProveNothingAreRefused() {
    ForeignAuthority other = new ForeignAuthority("某公司", null, CLOCK);
    List<byte[]> more = new ArrayList<>(kept.certificates());
    more.add(Certificates.holder(OURS.root()).toASN1Structure().getSignature().getBytes());
    unproved(new LongTerm(List.of(), List.of(), List.of()), "none");
    unproved(new LongTerm(kept.certificates(), List.of(), List.of()), "no list");
    unproved(new LongTerm(kept.certificates(), List.of(), kept.lists().subList(0, 1)), "one list");
    unproved(new LongTerm(more, List.of(), kept.lists()), "something that is no certificate");
    unproved(
        new LongTerm(kept.certificates(), List.of(), List.of(other.crl(true), other.crl(false))),
        "lists of another");
    Clock before = Clock.offset(CLOCK, Duration.ofDays(-30));
    unproved(
        new LongTerm(
            kept.certificates(),
            List.of(),
            List.of(elsewhere.crl(true, before), elsewhere.crl(false, before))),
        "old lists");
    Clock after = Clock.offset(CLOCK, Duration.ofDays(1));
    unproved(
        new LongTerm(
            kept.certificates(),
            List.of(),
            List.of(elsewhere.crl(true, after), elsewhere.crl(false, after))),
        "lists of the future");
    List<byte[]> twice = new ArrayList<>(kept.lists());
    twice.add(elsewhere.crl(true, Clock.offset(CLOCK, Duration.ofSeconds(1))));
    unproved(new LongTerm(kept.certificates(), List.of(), twice), "a list too many");
  }

  /** Good of itself, or of the same authority and no longer good. */
  @Test
  void whatTheSealDoesNotHangOnIsNotKeptBesideIt() throws GeneralSecurityException {
    ForeignAuthority other = new ForeignAuthority("别的公司", null, CLOCK);
    List<byte[]> foreign = new ArrayList<>(kept.certificates());
    List<byte[]> itsList = new ArrayList<>(kept.lists());
    foreign.add(other.chain().get(1).getEncoded());
    itsList.add(other.crl(true));
    unproved(new LongTerm(foreign, List.of(), itsList), "another authority, whole in itself");
    X509Certificate gone = elsewhere.forSeals("已注销的").certificate();
    elsewhere.revoke(gone);
    List<byte[]> more = new ArrayList<>(kept.certificates());
    more.add(gone.getEncoded());
    List<byte[]> naming = List.of(elsewhere.crl(true), elsewhere.crl(false));
    unproved(new LongTerm(more, List.of(), naming), "a key that was revoked");
  }

  @Test
  void aListThatNamesTheKeyIsNoProofOfIt() {
    ForeignAuthority authority = lists.authority("某公司", CLOCK);
    try (TimestampResponder its =
        new TimestampResponder(vertx, authority, ForeignAuthority.sharedRsa(), CLOCK)) {
      Sealed other = SealedSamples.sealedByOthers(vertx, authority, its, true);
      byte[] part = SealedBytes.firstRevision(other.paper().pdf());
      authority.revoke(other.outside().get(0).path().get(0));
      LongTerm proofs = StoredProofs.read(other.paper().pdf(), part.length);
      LongTerm revoked =
          new LongTerm(
              proofs.certificates(), List.of(), List.of(authority.crl(false), authority.crl(true)));
      DocumentVerifier knowing =
          new DocumentVerifier(new Trust(List.of(OURS.root()), other.outside()));
      byte[] archived = stamped(ArchiveRevision.over(part, revoked), its);
      assertEquals(List.of(Fault.ARCHIVE_NOT_PROVED), knowing.verify(archived).faults());
    } catch (SealRefused e) {
      throw new AssertionError(e);
    } finally {
      lists.publish(elsewhere::crl);
    }
  }

  @Test
  void aStampByAClockThatIsNotKnownHereIsRefused() {
    ForeignAuthority unknown = new ForeignAuthority("别的公司", null, CLOCK);
    try (TimestampResponder other =
        new TimestampResponder(vertx, unknown, ForeignAuthority.sharedRsa(), CLOCK)) {
      refused(stamped(ArchiveRevision.over(first, kept), other), "a foreign clock");
    }
    SealAuthority theirs = SealAuthority.create(Suite.RSA, CLOCK);
    SealedBytes draft = ArchiveRevision.over(first, kept);
    ContentInfo token = new Timestamps(theirs, CLOCK).stamp(draft.covered());
    byte[] copy = with(draft, token);
    assertEquals(List.of(Fault.TIME_NOT_PROVED), verifier.verify(copy).faults());
  }

  @Test
  void aStampOverSomethingElseIsRefused() {
    SealedBytes draft = ArchiveRevision.over(first, kept);
    byte[] copy = with(draft, token(first, clock));
    assertEquals(List.of(Fault.TIME_NOT_PROVED), verifier.verify(copy).faults());
  }

  @Test
  void aStampFromBeforeTheSealIsRefused() {
    SealedBytes draft = ArchiveRevision.over(first, kept);
    Clock before = Clock.offset(CLOCK, Duration.ofMinutes(-2));
    byte[] copy = with(draft, new Timestamps(OURS, before).stamp(draft.covered()));
    assertEquals(List.of(Fault.TIME_NOT_PROVED), verifier.verify(copy).faults());
  }

  /** A key of our own cannot be revoked: after its seal nothing at all may stand. */
  @Test
  void aSealByOurOwnKeyTakesNoArchive() {
    byte[] own = SealedSamples.agreement(OURS, SealedSamples.Ours.KEY);
    LongTerm nothing = new LongTerm(List.of(), List.of(), List.of());
    SealedBytes draft = ArchiveRevision.over(own, nothing);
    byte[] copy = with(draft, new Timestamps(OURS, CLOCK).stamp(draft.covered()));
    assertEquals(List.of(Fault.APPENDED), verifier.verify(copy).faults());
  }

  private static void unproved(LongTerm proofs, String what) {
    byte[] copy = stamped(ArchiveRevision.over(first, proofs));
    assertEquals(List.of(Fault.ARCHIVE_NOT_PROVED), verifier.verify(copy).faults(), what);
  }
}
