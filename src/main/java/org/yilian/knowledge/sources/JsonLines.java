package org.yilian.knowledge.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.yilian.knowledge.ArticleNumber;

/**
 * One JSON object a line: {@code law, category, date, article, heading, text}. A line that is wrong
 * refuses the whole file, since nobody can say what else is.
 */
final class JsonLines {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String source;
  private final Collection collection;
  private int number;

  JsonLines(String source, Collection collection) {
    this.source = source;
    this.collection = collection;
  }

  void read(InputStream in) throws IOException, Unreadable {
    List<StatuteText> read = new ArrayList<>();
    BoundedLines lines = new BoundedLines(in);
    try {
      for (String line = lines.next(); line != null; line = lines.next()) {
        number++;
        if (!line.isBlank()) {
          read.add(statute(line));
        }
      }
    } catch (EOFException cut) {
      throw new Unreadable(source, "文件在第 " + number + " 行之后断了，请重新取得完整的文件");
    } catch (TooLarge endless) {
      throw new Unreadable(source, "第 " + (number + 1) + " 行太长，或者整个文件解开后太大");
    } catch (ZipException damaged) {
      throw new Unreadable(source, "压缩文件已损坏，或者不是 gzip 文件");
    } catch (CharacterCodingException foreign) {
      throw new Unreadable(source, "第 " + (number + 1) + " 行附近不是 UTF-8 文字");
    }
    if (number == 0) {
      throw new Unreadable(source, "文件是空的");
    }
    read.forEach(collection::add);
  }

  private StatuteText statute(String line) throws Unreadable {
    JsonNode entry = object(line);
    String law = text(entry, "law");
    if (!Collection.plausible(law)) {
      throw wrong("没有 law（法律名称）");
    }
    Optional<ArticleNumber> article = ArticleNumber.parse(text(entry, "article"));
    String words = text(entry, "text");
    if (article.isEmpty()) {
      throw wrong("article 不是条文编号");
    }
    if (words.isBlank()) {
      throw wrong("没有 text（条文）");
    }
    ArticleText one = new ArticleText(article.get(), text(entry, "heading").strip(), words);
    return new StatuteText(law, text(entry, "category"), date(entry), List.of(one), source);
  }

  private JsonNode object(String line) throws Unreadable {
    try {
      JsonNode entry = MAPPER.readTree(line);
      if (entry != null && entry.isObject()) {
        return entry;
      }
    } catch (JsonProcessingException broken) {
      throw wrong("不是完整的 JSON，文件可能不完整，或者不是法律文件");
    }
    throw wrong("不是 JSON 对象");
  }

  private String text(JsonNode entry, String name) throws Unreadable {
    JsonNode value = entry.path(name);
    if (!value.isTextual() && !value.isMissingNode() && !value.isNull()) {
      throw wrong(name + " 应为文字");
    }
    String text = value.asText("");
    if (text.indexOf('\0') >= 0) {
      throw wrong(name + " 含有无法保存的字符");
    }
    return text;
  }

  private LocalDate date(JsonNode entry) throws Unreadable {
    String date = text(entry, "date");
    try {
      return date.isBlank() ? null : LocalDate.parse(date.strip());
    } catch (DateTimeParseException e) {
      throw wrong("date 应为 2020-05-28 这样的日期");
    }
  }

  private Unreadable wrong(String what) {
    return new Unreadable(source, "第 " + number + " 行" + what);
  }
}
