package org.yilian.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens a key of another authority, and tries it before anybody relies on it. */
final class OpenKey {
  private static final int FEWEST_BITS = 2048;
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;

  private final Map<Path, Provider> devices = new HashMap<>();
  private final boolean revocation;
  private final Clock clock;

  OpenKey(boolean revocation, Clock clock) {
    this.revocation = revocation;
    this.clock = clock;
  }

  /**
   * The key, ready to seal.
   *
   * @throws IllegalArgumentException with why it cannot be used
   */
  SealKey open(KeyPlace place) {
    try {
      Provider device =
          place.kind() == KeyPlace.Kind.PKCS11
              ? devices.computeIfAbsent(place.file(), OpenKey::device)
              : null;
      char[] password = password(place.password());
      KeyStore store = store(place, device, password);
      String alias = alias(store, place);
      if (!(store.getKey(alias, password) instanceof PrivateKey key)
          || !(store.getCertificate(alias) instanceof X509Certificate certificate)) {
        throw new IllegalArgumentException("there is no key with its certificate: " + alias);
      }
      check(certificate, place.organisation());
      tryOut(key, certificate, device);
      SealKey opened =
          SealKey.outside(
              new Certificates.Pair(key, certificate), others(store, alias, place), device);
      if (revocation) {
        Revocations.check(opened.path());
      }
      return opened;
    } catch (GeneralSecurityException | ProviderException e) {
      throw new IllegalArgumentException("the key cannot be used: " + e, e);
    }
  }

  private static Provider device(Path configuration) {
    Provider plain = Security.getProvider("SunPKCS11");
    if (plain == null) {
      throw new IllegalArgumentException("this Java knows no PKCS#11 devices");
    }
    try {
      return plain.configure(configuration.toString());
    } catch (InvalidParameterException | ProviderException e) {
      throw new IllegalArgumentException("the device cannot be reached: " + told(e), e);
    }
  }

  /** What went wrong at the bottom, such as a library that is not there. */
  private static String told(Throwable failure) {
    return failure.getCause() == null ? failure.getMessage() : told(failure.getCause());
  }

  private static char[] password(Path file) {
    try {
      return Files.readString(file).lines().findFirst().orElse("").toCharArray();
    } catch (IOException e) {
      throw new IllegalArgumentException("the password file cannot be read", e);
    }
  }

  private static KeyStore store(KeyPlace place, Provider device, char[] password)
      throws GeneralSecurityException {
    KeyStore store =
        device == null ? KeyStore.getInstance("PKCS12") : KeyStore.getInstance("PKCS11", device);
    try (InputStream in = device == null ? Files.newInputStream(place.file()) : null) {
      store.load(in, password);
      return store;
    } catch (IOException e) {
      throw new IllegalArgumentException("it does not open: the password or the file is wrong", e);
    }
  }

  private static String alias(KeyStore store, KeyPlace place) throws GeneralSecurityException {
    if (place.alias().isPresent()) {
      return place.alias().get();
    }
    List<String> keys = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        keys.add(alias);
      }
    }
    if (keys.size() != 1) {
      throw new IllegalArgumentException("name one alias of " + keys);
    }
    return keys.get(0);
  }

  private void check(X509Certificate certificate, String organisation) {
    String named = CertificateNames.organisation(certificate);
    if (!named.equals(organisation)) {
      throw new IllegalArgumentException("the certificate names another: " + named);
    }
    boolean[] usage = certificate.getKeyUsage();
    if (certificate.getBasicConstraints() >= 0
        || (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION])) {
      throw new IllegalArgumentException("the certificate is not for signatures");
    }
    if (!(certificate.getPublicKey() instanceof RSAPublicKey key)
        || key.getModulus().bitLength() < FEWEST_BITS) {
      throw new IllegalArgumentException("the key must be RSA of " + FEWEST_BITS + " bits or more");
    }
    try {
      certificate.checkValidity(Date.from(clock.instant()));
    } catch (CertificateExpiredException | CertificateNotYetValidException e) {
      throw new IllegalArgumentException(
          "the certificate's term is from "
              + certificate.getNotBefore().toInstant()
              + " to "
              + certificate.getNotAfter().toInstant(),
          e);
    }
  }

  /** A key that does not belong to its certificate would make seals that nobody can verify. */
  private static void tryOut(PrivateKey key, X509Certificate certificate, Provider device)
      throws GeneralSecurityException {
    byte[] words = {1, 2, 3};
    Signature signing =
        device == null
            ? Signature.getInstance("SHA256withRSA")
            : Signature.getInstance("SHA256withRSA", device);
    signing.initSign(key);
    signing.update(words);
    Signature verifying = Signature.getInstance("SHA256withRSA");
    verifying.initVerify(certificate.getPublicKey());
    verifying.update(words);
    if (!verifying.verify(signing.sign())) {
      throw new IllegalArgumentException("the key is not that of the certificate");
    }
  }

  /** From the certificate's issuer on, as far as the certificates at hand lead. */
  private static List<X509Certificate> others(KeyStore store, String alias, KeyPlace place)
      throws GeneralSecurityException {
    List<X509Certificate> known = new ArrayList<>();
    for (Certificate one : store.getCertificateChain(alias)) {
      known.add((X509Certificate) one);
    }
    place.chain().map(CertificateFile::read).ifPresent(known::addAll);
    List<X509Certificate> path = new ArrayList<>();
    X509Certificate last = known.get(0);
    while (last != null && !CertificateNames.selfSigned(last)) {
      X509Certificate below = last;
      last =
          known.stream()
              .filter(one -> !path.contains(one) && issued(one, below))
              .findFirst()
              .orElse(null);
      if (last != null) {
        path.add(last);
      }
    }
    return path;
  }

  private static boolean issued(X509Certificate by, X509Certificate one) {
    if (!by.getSubjectX500Principal().equals(one.getIssuerX500Principal())) {
      return false;
    }
    try {
      one.verify(by.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
