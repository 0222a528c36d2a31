package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilian.documents.OutsideCertificate.Use;

/**
 * A key on a PKCS#11 device: SoftHSM 2, in a process of its own, for it reads its place from the
 * environment. Left out by name where it is not installed, never in CI.
 */
class SealDeviceIT {
  private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final String PIN = "1234567890";

  @TempDir static Path folder;
  private static Map<String, String> environment;
  private static ForeignAuthority elsewhere;

  @BeforeAll
  static void fillTheDevice() throws Exception {
    elsewhere = new ForeignAuthority("某公司", null, SealedSamples.CLOCK);
    environment = Map.of("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    Files.createDirectories(folder.resolve("tokens"));
    write("softhsm2.conf", "directories.tokendir = " + folder.resolve("tokens") + "\n");
    write("pin", PIN + "\n");
    Certificates.Pair pair = elsewhere.forSeals(Samples.ORGANISATION);
    write("key.pem", pem("PRIVATE KEY", pair.key().getEncoded()));
    Files.write(folder.resolve("certificate.der"), pair.certificate().getEncoded());
    write(
        "chain.pem",
        pem("CERTIFICATE", elsewhere.chain().get(0).getEncoded())
            + pem("CERTIFICATE", elsewhere.chain().get(1).getEncoded()));
    done(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "seals",
        "--pin",
        PIN,
        "--so-pin",
        PIN);
    done(
        "softhsm2-util",
        "--import",
        folder.resolve("key.pem").toString(),
        "--token",
        "seals",
        "--label",
        "shuangqiao",
        "--id",
        "0A",
        "--pin",
        PIN);
    done(
        "pkcs11-tool",
        "--module",
        LIBRARY.toString(),
        "--token-label",
        "seals",
        "--login",
        "--pin",
        PIN,
        "--write-object",
        folder.resolve("certificate.der").toString(),
        "--type",
        "cert",
        "--label",
        "shuangqiao",
        "--id",
        "0a");
    write("device.cfg", "name = seals\nlibrary = " + LIBRARY + "\nslotListIndex = 0\n");
    write("lost.cfg", "name = lost\nlibrary = " + folder.resolve("nothing.so") + "\n");
    write("wrong-pin", "0000000000\n");
    write("plain.pdf", "");
    Files.write(folder.resolve("plain.pdf"), SealedSamples.agreement());
    Files.write(
        folder.resolve("authority.p12"), SealedSamples.Ours.AUTHORITY.toPkcs12("x".toCharArray()));
  }

  @Test
  void aKeyThatNeverLeavesItsDeviceSeals() throws Exception {
    assertEquals("sealed", sealed(places("device.cfg", "pin")));
    byte[] file = Files.readAllBytes(folder.resolve("sealed.pdf"));
    OutsideCertificate known =
        OutsideCertificate.open(Use.SEAL, Files.readAllBytes(folder.resolve("path")));
    SealAuthority ours =
        SealAuthority.open(
            Suite.RSA, Files.readAllBytes(folder.resolve("authority.p12")), "x".toCharArray());
    Verification verdict =
        new DocumentVerifier(new Trust(List.of(ours.root()), List.of(known))).verify(file);
    assertEquals(List.of(), verdict.faults());
    assertEquals(Samples.ORGANISATION, verdict.signer());
    assertFalse(verdict.vouchers().localKey());
    String words = Judge.installed("pdfsig", "-nocert", folder.resolve("sealed.pdf")).words();
    assertTrue(words.contains("Signature is Valid"), words);
    assertTrue(words.contains("Total document signed"), words);
  }

  @Test
  void aDeviceThatCannotBeUsedIsToldByNameAtTheStart() throws Exception {
    String words = sealed(places("lost.cfg", "pin"));
    assertTrue(words.startsWith("YILIAN_SEAL_KEYS " + Samples.ORGANISATION), words);
    assertTrue(words.contains("the device cannot be reached"), words);
    words = sealed(places("device.cfg", "wrong-pin"));
    assertTrue(words.contains("does not open: the password"), words);
  }

  private static Path places(String device, String pin) throws IOException {
    JsonObject key =
        new JsonObject()
            .put("organisation", Samples.ORGANISATION)
            .put("pkcs11", device)
            .put("alias", "shuangqiao")
            .put("passwordFile", pin)
            .put("chain", "chain.pem");
    write("keys.json", new JsonObject().put("keys", JsonArray.of(key)).encode());
    return folder.resolve("keys.json");
  }

  /** What the process says that opens the device and seals. */
  private static String sealed(Path places) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(List.of(SealByDevice.class.getName(), places.toString()));
    return Judge.run(command, environment).words().strip();
  }

  private static void done(String program, String... arguments) throws Exception {
    Judge.Verdict verdict = Judge.installed(environment, program, (Object[]) arguments);
    assertEquals(0, verdict.exit(), verdict.words());
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String pem(String what, byte[] bytes) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + new String(Base64.getMimeEncoder().encode(bytes), StandardCharsets.US_ASCII)
        + "\n-----END "
        + what
        + "-----\n";
  }
}
