package org.yilian.dossiers;

/** What the files of a court's package are called. */
final class CourtTitles {
  private CourtTitles() {}

  /**
   * @param name such as {@code address-for-service-1.pdf}
   */
  static String of(String name) {
    String key = name.startsWith("address-for-service") ? "address" : name;
    return switch (key) {
      case "application.pdf", "certificate.pdf", "address", "supplement", "ruling" ->
          DossierTexts.get("file." + key);
      default -> DossierTexts.get("file.other");
    };
  }
}
