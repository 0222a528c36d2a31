package org.yilian.documents;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The filters that a template may use beside Pebble's own. */
final class TemplateWords extends AbstractExtension {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(CHINA);

  @Override
  public Map<String, Filter> getFilters() {
    return Map.of(
        "day", word("", value -> ((LocalDate) value).format(DAY)),
        "moment", word("", value -> MOMENT.format((Instant) value)),
        "picture", word("", value -> data((byte[]) value)),
        "qr", word("", value -> data(QrCode.png((String) value))),
        "lines", word(List.of(), value -> TextLine.of((String) value)));
  }

  /** Safe as it is: to look for what must be escaped would read 20 KB for nothing. */
  private static SafeString data(byte[] png) {
    return new SafeString(PicturesByName.EMBEDDED + Base64.getEncoder().encodeToString(png));
  }

  /**
   * A filter of one value.
   *
   * @param absent what stands for a value that is not there
   */
  private static Filter word(Object absent, Function<Object, Object> function) {
    return new Filter() {
      @Override
      public Object apply(
          Object input,
          Map<String, Object> args,
          PebbleTemplate self,
          EvaluationContext context,
          int line) {
        return input == null ? absent : function.apply(input);
      }

      @Override
      public List<String> getArgumentNames() {
        return List.of();
      }
    };
  }
}
