package org.yilian.dossiers;

import java.time.LocalDate;
import java.util.List;
import org.yilian.agreements.Mediation;
import org.yilian.kernel.Refusal;

/**
 * A file that is about to be bound.
 *
 * @param forCourt the version that leaves out whatever was said to come to terms
 * @param keeper the clerk who binds it, by name
 */
record Volume(
    List<Matter> matters,
    List<Paper> papers,
    Grade grade,
    boolean forCourt,
    String keeper,
    LocalDate day) {

  /** More than a file of paper holds, and as much as one request may hold in memory. */
  private static final long MOST_BYTES = 64L << 20;

  /** Itself, or 413 where more was handed in than can be bound. */
  Volume checked() {
    long bytes = 0;
    for (Paper paper : papers) {
      bytes += paper instanceof Paper.Handed handed ? handed.file().size() : 0;
    }
    if (bytes > MOST_BYTES) {
      throw Refusal.of(413, "dossier-too-large", "卷内上传的材料合计超过 64 MB，请压缩扫描件后重新放入。");
    }
    return this;
  }

  /** As one wants it: for the committee, or for a court. */
  Volume forCourt(boolean wanted) {
    return wanted
        ? new Volume(
            matters,
            papers.stream().filter(paper -> paper.kind().forCourt()).toList(),
            grade,
            true,
            keeper,
            day)
        : this;
  }

  Mediation mediation() {
    return matters.get(0).mediation();
  }

  String organisation() {
    return mediation().host().name();
  }

  /** The number of the first agreement in effect, else that of the dispute. */
  String number() {
    return matters.stream()
        .flatMap(matter -> matter.effective().stream())
        .map(Matter.Contract::number)
        .findFirst()
        .orElse(mediation().dispute().number());
  }

  String title() {
    return DossierTexts.get(forCourt ? "volume.court" : "volume", number());
  }

  /** What became of each mediation, in sentences. */
  String result() {
    List<String> results = matters.stream().map(Matter::result).distinct().toList();
    return String.join("；", results);
  }
}
