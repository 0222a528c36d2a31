package org.yilian.records;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yilian.documents.TextBlock;

/**
 * A paper cut into cards, one clause each: a card begins at a heading, at a numbered clause, and
 * where a paper has no headings at every paragraph. No word is lost and none is added.
 */
final class PaperCards {
  private static final Pattern CLAUSE = Pattern.compile("(\\d{1,3}[.．、]|第[一二三四五六七八九十百\\d]+条).*");

  private final boolean sections;
  private final JsonArray cards = new JsonArray();
  private final List<String> lines = new ArrayList<>();
  private String section;

  /** A section of which no card tells yet. */
  private boolean untold;

  private PaperCards(boolean sections) {
    this.sections = sections;
  }

  /** {@code {section, text}} each; the section is absent where the paper has named none yet. */
  static JsonArray of(List<TextBlock> blocks) {
    boolean sections = blocks.stream().anyMatch(one -> one.rank() == TextBlock.Rank.HEADING);
    PaperCards paper = new PaperCards(sections);
    blocks.forEach(paper::read);
    paper.endSection();
    return paper.cards;
  }

  private void read(TextBlock block) {
    if (block.rank() != TextBlock.Rank.PLAIN) {
      endSection();
      section = block.text();
      untold = true;
      return;
    }
    if (!sections || CLAUSE.matcher(block.text()).matches()) {
      endCard();
    }
    lines.add(block.text());
  }

  private void endSection() {
    endCard();
    if (untold) {
      add("");
    }
  }

  private void endCard() {
    if (!lines.isEmpty()) {
      add(String.join("\n", lines));
      lines.clear();
    }
  }

  private void add(String text) {
    JsonObject card = new JsonObject().put("text", text);
    cards.add(section == null ? card : card.put("section", section));
    untold = false;
  }
}
