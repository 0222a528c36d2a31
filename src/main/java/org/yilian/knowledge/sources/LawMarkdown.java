package org.yilian.knowledge.sources;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of LawRefBook: {@code # name}, days, {@code <!-- INFO END -->}, chapters as headings,
 * articles as paragraphs. The day of the version stands in the file's name, {@code
 * 公司法(2023-12-29).md}.
 */
final class LawMarkdown {
  private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.+?)\\s*#*$");
  private static final Pattern NAME =
      Pattern.compile("^(.*?)[(（_]?((?:19|20)\\d\\d)-?(\\d\\d)-?(\\d\\d)[)）]?$");
  private static final Pattern BOOK = Pattern.compile("^(?:第.{1,4}编\\s*)?[^第章]{1,12}编$");

  private LawMarkdown() {}

  static StatuteText read(Path file, String content, String source) throws Unreadable {
    LawLines lines = new LawLines();
    boolean first = true;
    for (String line : content.split("\\R")) {
      Matcher heading = HEADING.matcher(line.strip());
      if (line.strip().startsWith("<!--")) {
        continue;
      }
      if (!heading.matches()) {
        lines.line(line);
      } else if (first) {
        lines.title(heading.group(2));
        first = false;
      } else {
        lines.heading(heading.group(1).length(), heading.group(2));
      }
    }
    return statute(file, lines, source);
  }

  /**
   * For documents of any kind: the name from the title, the day from the file's name or the head.
   */
  static StatuteText statute(Path file, LawLines lines, String source) throws Unreadable {
    if (lines.articles().isEmpty()) {
      throw new Unreadable(source, "里面没有“第…条”，不像是法律文件，没有导入");
    }
    Matcher name = NAME.matcher(stem(file));
    boolean dated = name.matches();
    String title = lines.title().isBlank() ? (dated ? name.group(1) : stem(file)) : lines.title();
    String folder = file.getParent() == null ? "" : String.valueOf(file.getParent().getFileName());
    boolean book = BOOK.matcher(title).matches() && folder.endsWith("典");
    String law = book ? folder : title;
    if (!Collection.plausible(law)) {
      throw new Unreadable(source, "看不出是哪部法律，请把法律名称写在第一行");
    }
    LocalDate published = dated ? day(name) : lines.latestDay().orElse(null);
    return new StatuteText(law, folder, published, lines.articles(), source);
  }

  private static LocalDate day(Matcher name) {
    try {
      return LocalDate.of(
          Integer.parseInt(name.group(2)),
          Integer.parseInt(name.group(3)),
          Integer.parseInt(name.group(4)));
    } catch (java.time.DateTimeException noDay) {
      return null;
    }
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
