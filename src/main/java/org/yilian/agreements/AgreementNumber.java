package org.yilian.agreements;

import java.util.regex.Pattern;

/** Numbers of agreements, as 人民调解 writes them: {@code （2026）云溪街道人调字第7号}. */
final class AgreementNumber {
  private static final Pattern KIND = Pattern.compile("(人民)?调解(委员会|中心|室|工作室)?$");

  private AgreementNumber() {}

  /** Numbers run from 1 for each host organisation and year. */
  static String of(int year, String host, long n) {
    return "（" + year + "）" + shortName(host) + "人调字第" + n + "号";
  }

  /** The series that the number is drawn from. */
  static String series(String hostId, int year) {
    return "agreement:" + hostId + ":" + year;
  }

  private static String shortName(String host) {
    String name = KIND.matcher(host.strip()).replaceFirst("");
    return name.isEmpty() ? host : name;
  }
}
