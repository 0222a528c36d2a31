package org.yilian.documents;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.yilian.kernel.Hash;

/**
 * What the bytes of a file say of themselves. It says nothing of whether the content is true.
 *
 * @param valid whether nothing speaks against it: there are no faults
 * @param faults everything that speaks against it
 * @param kind the template's name; null unless valid
 * @param number the document's number; null unless valid
 * @param sealedAt by the clock of whoever stamped it; null unless valid
 * @param sha256 of the whole file
 * @param signer the organisation in the certificate; null unless valid
 * @param vouchers who stands for key and time; null unless valid
 * @param archived when it was archived, with proof that its certificates counted; null where it was
 *     not
 * @param within what the file was before something was appended to it: valid, or null
 * @param demo whether the sealed document itself says that it is without legal effect
 */
public record Verification(
    boolean valid,
    List<Fault> faults,
    String kind,
    String number,
    Instant sealedAt,
    Hash sha256,
    String signer,
    Vouchers vouchers,
    Archived archived,
    Verification within,
    boolean demo) {

  /**
   * Who stands for a seal: for its time and for whose key it is.
   *
   * @param stampedBy the name of the clock
   * @param localTime whether that is this installation's own
   * @param certifiedBy the name of the authority that issued the certificate
   * @param localKey whether that is this installation itself
   */
  public record Vouchers(
      String stampedBy, boolean localTime, String certifiedBy, boolean localKey, Suite suite) {}

  /**
   * A timestamp over the seal and over the proofs that its certificates had not been revoked.
   *
   * @param stampedBy the name of the clock
   * @param at by the newest timestamp
   * @param localTime whether that is this installation's own
   * @param renewals how often a further timestamp was set over the first
   * @param until the end of the clock's certificate: by then the next has to be there
   */
  public record Archived(
      Instant at, String stampedBy, boolean localTime, int renewals, Instant until) {}

  /** What can speak against a file. */
  public enum Fault {
    /** Larger than anything that we make. */
    TOO_LARGE,
    NOT_A_PDF,
    /** Nothing in it claims to be a seal. */
    NO_SEAL,
    /** The seal's place in the file is not where the seal says: cut off, saved anew or rebuilt. */
    REWRITTEN,
    /** Bytes follow the sealed ones. */
    APPENDED,
    /** The sealed bytes are not those that were sealed. */
    CHANGED,
    /** The signature itself cannot be read, or does not name its certificate as it must. */
    UNREADABLE_SEAL,
    /** Sealed, but not by a key that this installation has used. */
    FOREIGN_KEY,
    /** The time of the seal is missing, or not from a clock that this installation has asked. */
    TIME_NOT_PROVED,
    /** What was archived with the seal does not prove that its certificates counted. */
    ARCHIVE_NOT_PROVED;

    /** The fault as the interface writes it, such as {@code not-a-pdf}. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public Verification {
    faults = List.copyOf(faults);
    Objects.requireNonNull(sha256);
    if (valid != faults.isEmpty()) {
      throw new IllegalArgumentException("valid means without a fault");
    }
    if (valid && (kind == null || number == null || sealedAt == null || vouchers == null)) {
      throw new IllegalArgumentException("a valid seal says what it closes");
    }
  }

  /** Of the whole file what this says of the sealed part of it, and that it was archived. */
  Verification archived(Hash whole, Archived by) {
    return new Verification(
        valid, faults, kind, number, sealedAt, whole, signer, vouchers, by, null, demo);
  }

  static Verification refused(Hash sha256, Fault fault) {
    return refused(sha256, fault, null);
  }

  static Verification refused(Hash sha256, Fault fault, Verification within) {
    return new Verification(
        false, List.of(fault), null, null, null, sha256, null, null, null, within, false);
  }
}
