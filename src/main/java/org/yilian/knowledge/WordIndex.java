package org.yilian.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
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

  private final int texts;

  private WordIndex(IndexSearcher searcher, int texts) {
    this.searcher = searcher;
    this.texts = texts;
  }

  /** The number of a text is its place in the list. */
  static WordIndex of(List<String> texts) {
    try {
      ByteBuffersDirectory memory = new ByteBuffersDirectory();
      write(texts, memory);
      IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(memory));
      searcher.setSimilarity(new BM25Similarity());
      return new WordIndex(searcher, texts.size());
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

  /** The score of every text for the words of a question, by number; 0 where no word is shared. */
  float[] scores(String question) {
    float[] scores = new float[texts];
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    UnigramsAndBigrams.terms(question).stream()
        .limit(MOST_TERMS)
        .forEach(term -> any.add(new TermQuery(new Term(TEXT, term)), BooleanClause.Occur.SHOULD));
    try {
      searcher.search(any.build(), new EveryScore.Maker(scores));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return scores;
  }

  /** Writes down every score, instead of keeping the best few. */
  private static final class EveryScore extends SimpleCollector {
    private final float[] scores;
    private Scorable scorer;
    private int base;

    EveryScore(float[] scores) {
      this.scores = scores;
    }

    /** One collector is enough: the index is small, and searched by one thread. */
    private record Maker(float[] scores) implements CollectorManager<EveryScore, Void> {
      @Override
      public EveryScore newCollector() {
        return new EveryScore(scores);
      }

      @Override
      public Void reduce(Collection<EveryScore> done) {
        return null;
      }
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) {
      base = leaf.docBase;
    }

    @Override
    public void setScorer(Scorable fresh) {
      scorer = fresh;
    }

    @Override
    public void collect(int doc) throws IOException {
      scores[base + doc] = scorer.score();
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE;
    }
  }
}
