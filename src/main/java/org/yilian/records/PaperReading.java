package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.documents.DocumentShelf;
import org.yilian.documents.Documents;
import org.yilian.documents.StrangersPage;
import org.yilian.documents.TextBlock;
import org.yilian.kernel.Refusal;

/**
 * How a kept paper is read on a phone, where no PDF may open: pictures of its pages, their words
 * for whoever cannot see them, and one clause on each card.
 */
public final class PaperReading {
  private final DocumentShelf<Copy> shelf = new DocumentShelf<>();
  private final Database database;
  private final StoredFiles files;
  private final Documents documents;

  public PaperReading(Database database, StoredFiles files, Documents documents) {
    this.database = database;
    this.files = files;
    this.documents = documents;
  }

  /** A picture or a file, with its type. */
  public record Page(String mediaType, Buffer bytes) {}

  private record Copy(String mediaType, List<byte[]> pictures, List<TextBlock> blocks) {}

  /**
   * The paper with {@code pages}: how many pictures there are, none where it can only be loaded
   * down; {@code texts}: the words of each; {@code cards}: {@code {section, text}}, one clause
   * each.
   */
  Future<JsonObject> words(PartyPaper paper) {
    return copy(paper)
        .map(
            copy ->
                paper
                    .json()
                    .put("pages", copy.pictures().size())
                    .put("texts", texts(copy))
                    .put("cards", PaperCards.of(copy.blocks())));
  }

  private static JsonArray texts(Copy copy) {
    JsonArray texts = new JsonArray();
    for (int page = 1; page <= copy.pictures().size(); page++) {
      int number = page;
      texts.add(
          copy.blocks().stream()
              .filter(block -> block.page() == number)
              .map(TextBlock::text)
              .collect(Collectors.joining("\n")));
    }
    return texts;
  }

  /** Page n as a picture, counted from 1, or 404. */
  Future<Page> page(PartyPaper paper, String n) {
    return copy(paper)
        .map(
            copy -> {
              int page = n.matches("[1-9]\\d{0,3}") ? Integer.parseInt(n) : 0;
              if (page < 1 || page > copy.pictures().size()) {
                throw Refusal.notFound();
              }
              return new Page(copy.mediaType(), Buffer.buffer(copy.pictures().get(page - 1)));
            });
  }

  /** The paper as it is kept. */
  Future<Page> file(PartyPaper paper) {
    return bytes(paper).map(bytes -> new Page(paper.mediaType(), bytes));
  }

  private Future<Buffer> bytes(PartyPaper paper) {
    return files.bytes(database.pool(), paper.fileId());
  }

  private Future<Copy> copy(PartyPaper paper) {
    return shelf.get(paper.fileId(), () -> bytes(paper).compose(kept -> copied(paper, kept)));
  }

  /** Words of a page, where it has some, are read as one block. */
  private static Copy copied(List<StrangersPage> pages) {
    List<TextBlock> blocks = new ArrayList<>();
    for (int page = 0; page < pages.size(); page++) {
      String words = pages.get(page).words();
      if (!words.isEmpty()) {
        blocks.add(new TextBlock(page + 1, TextBlock.Rank.PLAIN, words));
      }
    }
    return new Copy("image/jpeg", pages.stream().map(StrangersPage::jpeg).toList(), blocks);
  }

  private Future<Copy> copied(PartyPaper paper, Buffer kept) {
    if (paper.mediaType().startsWith("image/")) {
      return Future.succeededFuture(
          new Copy(paper.mediaType(), List.of(kept.getBytes()), List.of()));
    }
    byte[] pdf = kept.getBytes();
    if (!paper.ours()) {
      return documents.strangersPages(pdf).map(pages -> copied(pages.orElse(List.of())));
    }
    return documents
        .words(pdf)
        .compose(
            blocks ->
                documents.pictures(pdf).map(pictures -> new Copy("image/png", pictures, blocks)));
  }
}
