package org.yilian.documents;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates in a file of the operator's, PEM or DER. */
public final class CertificateFile {
  private CertificateFile() {}

  /**
   * All of them, in their order.
   *
   * @throws IllegalArgumentException with what would be right, where there is none
   */
  public static List<X509Certificate> read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      List<X509Certificate> all =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!all.isEmpty()) {
        return all;
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("must be a file that can be read: " + file, e);
    } catch (CertificateException e) {
      // Named below.
    }
    throw new IllegalArgumentException("must hold certificates (PEM): " + file);
  }
}
