package org.yilian.documents;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens the key that a file of places names, as a server does at its start, and seals with it. */
final class SealByDevice {
  private SealByDevice() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      seal(Path.of(arguments[0]));
      out.println("sealed");
    } catch (IllegalStateException refused) {
      out.println(refused.getMessage());
    }
  }

  private static void seal(Path file) throws IOException {
    List<KeyPlace> places =
        KeyPlaces.read(
            file,
            fault -> {
              throw new IllegalStateException(fault);
            });
    SealKey key =
        OutsideKeys.open(places, false, SealedSamples.CLOCK)
            .of(places.get(0).organisation())
            .orElseThrow();
    Path folder = file.getParent();
    SealAuthority ours =
        SealAuthority.open(
            Suite.RSA, Files.readAllBytes(folder.resolve("authority.p12")), "x".toCharArray());
    byte[] sealed =
        new Sealer(Fonts.load(null).bold(), SealedSamples.CLOCK)
            .seal(
                Files.readAllBytes(folder.resolve("plain.pdf")),
                ours,
                key,
                new SealNote(SealedSamples.Agreement.KIND, "1", true));
    Files.write(folder.resolve("sealed.pdf"), sealed);
    Files.write(folder.resolve("path"), key.outside().orElseThrow().toBytes());
  }
}
