package org.yilian.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Texts by their words, in memory: BM25 over single characters and pairs. Blocks. */
final class WordIndex {
  /** Terms of a question at most: what follows adds time and no meaning. */
  private static final int MOST_TERMS = 400;

  private static final String TEXT = "text";
  private static final int BUFFER_MB = 64;

  private final IndexSearcher searcher;

  private WordIndex(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** The number of a text is its place in the list. */
  static WordIndex of(List<String> texts) {
    try {
      ByteBuffersDirectory memory = new ByteBuffersDirectory();
      write(texts, memory);
      IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(memory));
      searcher.setSimilarity(new BM25Similarity());
      return new WordIndex(searcher);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(List<String> texts, ByteBuffersDirectory memory) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new UnigramsAndBigrams());
    config.setRAMBufferSizeMB(BUFFER_MB).setMergePolicy(NoMergePolicy.INSTANCE);
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    try (IndexWriter writer = new IndexWriter(memory, config)) {
      for (String text : texts) {
        Document document = new Document();
        document.add(new Field(TEXT, text, type));
        writer.addDocument(document);
      }
    }
  }

  /**
   * The best texts for the words of a question.
   *
   * @return numbers and scores, best first
   */
  ScoreDoc[] search(String question, int limit) {
    try {
      return searcher.search(query(question), Math.max(1, limit)).scoreDocs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BooleanQuery query(String question) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    try (UnigramsAndBigrams analyzer = new UnigramsAndBigrams();
        TokenStream stream = analyzer.tokenStream(TEXT, question)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      for (int count = 0; count < MOST_TERMS && stream.incrementToken(); count++) {
        any.add(new TermQuery(new Term(TEXT, term.toString())), BooleanClause.Occur.SHOULD);
      }
    }
    return any.build();
  }
}
