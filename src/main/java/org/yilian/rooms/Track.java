package org.yilian.rooms;

import java.util.Optional;
import org.yilian.disputes.Dispute;
import org.yilian.identity.Organisation;
import org.yilian.kernel.Refusal;

/** The kind of mediation: it decides what force the agreement has and which roads lead on. */
public enum Track {
  PEOPLES_MEDIATION,
  PUBLIC_SECURITY,
  ADMINISTRATIVE,
  INDUSTRY,
  COMMERCIAL,
  COURT_INVITED;

  /** Why this organisation may not host this dispute on this track, or nothing. */
  Optional<Refusal> refusal(Dispute dispute, Organisation host) {
    switch (this) {
      case PEOPLES_MEDIATION:
        // 民事诉讼法第二百零五条 asks for an organisation lawfully set up to mediate.
        boolean lawful =
            host.lawfulMediation() && host.kind() == Organisation.Kind.MEDIATION_COMMITTEE;
        return lawful
            ? Optional.empty()
            : no("host-not-lawful", "人民调解须由依法设立的人民调解委员会主持；派出所可以作为参加人加入。");
      case PUBLIC_SECURITY:
        return host.kind() == Organisation.Kind.POLICE_STATION
            ? Optional.empty()
            : no("host-not-allowed", "治安调解由公安机关主持。");
      case COMMERCIAL:
        return commercial(dispute)
            ? Optional.empty()
            : no("track-not-allowed", "婚姻家庭、继承、劳动和消费纠纷不适用商事调解。");
      default:
        return Optional.empty();
    }
  }

  private static boolean commercial(Dispute dispute) {
    boolean excluded =
        dispute.type().family() || dispute.type().labour() || dispute.type().consumer();
    return !excluded && !dispute.cause().contains("继承");
  }

  private static Optional<Refusal> no(String code, String detail) {
    return Optional.of(Refusal.conflict(code, detail));
  }
}
