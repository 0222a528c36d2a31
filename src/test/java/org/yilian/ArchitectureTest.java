package org.yilian;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.agreements.SealKeys;
import org.yilian.agreements.SealUse;
import org.yilian.agreements.SealedPaper;
import org.yilian.agreements.Seals;
import org.yilian.documents.Documents;
import org.yilian.documents.OutsideKeys;
import org.yilian.documents.Rendered;
import org.yilian.documents.SealAuthority;
import org.yilian.documents.SealKey;
import org.yilian.identity.Organisation;

/** Who may know whom. */
class ArchitectureTest {
  /** Lowest first: an arrow may only point to a package that stands earlier. */
  private static final List<String> ORDER =
      List.of(
          "kernel",
          "db",
          "nodes",
          "audit",
          "calendar",
          "sheets",
          "identity",
          "evidence",
          "documents",
          "knowledge",
          "language",
          "answers",
          "speech",
          "disputes",
          "ledger",
          "rosters",
          "imports",
          "statistics",
          "copyouts",
          "rooms",
          "agreements",
          "confirmation",
          "performance",
          "records",
          "exports",
          "dossiers",
          "demo",
          "web");

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.yilian");

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    String[] known = ORDER.stream().map(ArchitectureTest::within).toArray(String[]::new);
    classes()
        .that(DescribedPredicate.not(resideInAPackage("org.yilian")))
        .should()
        .resideInAnyPackage(known)
        .check(CODE);
  }

  @Test
  void arrowsPointDown() {
    for (int i = 0; i < ORDER.size(); i++) {
      String[] above =
          ORDER.subList(i + 1, ORDER.size()).stream()
              .map(ArchitectureTest::within)
              .toArray(String[]::new);
      if (above.length > 0) {
        noClasses()
            .that()
            .resideInAPackage(within(ORDER.get(i)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(above)
            .allowEmptyShould(true)
            .check(CODE);
      }
    }
  }

  @Test
  void onlyWebKnowsTheWeb() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.yilian.web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.vertx.ext.web..")
        .check(CODE);
  }

  @Test
  void onlyStoresAndTheDatabasePackageSpeakSql() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.yilian.db..")
        .and(DescribedPredicate.not(named("Store")))
        .should()
        .callMethod(io.vertx.sqlclient.SqlClient.class, "preparedQuery", String.class)
        .orShould()
        .callMethod(io.vertx.sqlclient.SqlClient.class, "query", String.class)
        .check(CODE);
  }

  @Test
  void storesAreKnownToTheirOwnFeatureAlone() {
    classes().that().haveSimpleNameEndingWith("Store").should().bePackagePrivate().check(CODE);
  }

  @Test
  void nobodySleeps() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CODE);
  }

  @Test
  void nobodyAsksTheSystemForTheTime() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CODE);
  }

  @Test
  void onlyDocumentsKnowPdf() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.yilian.documents..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.pdfbox..", "com.openhtmltopdf..", "org.bouncycastle..")
        .check(CODE);
  }

  /** Every use of an organisation's key is entered, since no other way leads to one. */
  @Test
  void onlySealsReachTheKeyOfAnOrganisation() {
    noClasses()
        .that(DescribedPredicate.not(belongingTo(Seals.class)))
        .should()
        .callMethod(
            Documents.class,
            "seal",
            Rendered.class,
            SealAuthority.class,
            SealKey.class,
            String.class,
            String.class)
        .orShould()
        .callMethod(SealKeys.class, "of", Organisation.class)
        .check(CODE);
    noClasses()
        .that(DescribedPredicate.not(belongingTo(SealKeys.class)))
        .should()
        .callMethod(OutsideKeys.class, "of", String.class)
        .orShould()
        .callMethod(Documents.class, "issueKey", SealAuthority.class, String.class)
        .check(CODE);
    noClasses()
        .that(DescribedPredicate.not(belongingTo(SealedPaper.class)))
        .and(DescribedPredicate.not(belongingTo(Seals.class)))
        .should()
        .callConstructor(SealedPaper.class, SealUse.class, Rendered.class)
        .check(CODE);
  }

  private static DescribedPredicate<JavaClass> belongingTo(Class<?> owner) {
    return DescribedPredicate.describe(
        owner.getSimpleName(), type -> type.getName().split("\\$")[0].equals(owner.getName()));
  }

  @Test
  void onlySheetsKnowSpreadsheets() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.yilian.sheets..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.dhatim..")
        .check(CODE);
  }

  @Test
  void onlySpeechKnowsVosk() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.yilian.speech..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.vosk..")
        .check(CODE);
  }

  /** A stranger runs it with nothing but a Java of his own. */
  @Test
  void theOfflineVerifierNeedsNoLibrary() {
    classes()
        .that()
        .resideInAPackage("org.yilian.evidence.verify..")
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("java..")
                .or(resideInAPackage("org.yilian.evidence.verify.."))
                .or(JavaClass.Predicates.type(org.yilian.kernel.Texts.class)))
        .check(CODE);
  }

  private static DescribedPredicate<JavaClass> named(String suffix) {
    return DescribedPredicate.describe(
        "named *" + suffix + " or inside one", type -> topName(type).endsWith(suffix));
  }

  private static String topName(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::topName).orElse(type.getSimpleName());
  }

  private static String within(String name) {
    return "org.yilian." + name + "..";
  }
}
