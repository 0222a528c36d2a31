package org.yilian.knowledge;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The model that puts a text on a point of a sphere of 512 dimensions, near to those of like
 * meaning: bge-small-zh-v1.5 with whole numbers of eight bits. One thread, and never a spinning
 * one: the server shares its cores. Blocks.
 */
final class SentenceModel {
  static final int DIMENSIONS = 512;

  private static final String NAME = "/bge-small-zh-v1.5-q";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieces words;

  private SentenceModel(OrtEnvironment environment, OrtSession session, WordPieces words) {
    this.environment = environment;
    this.session = session;
    this.words = words;
  }

  /** Unpacks the native library and reads 24 MB of weights: a second or two. */
  static SentenceModel load() throws IOException {
    try (InputStream tokenizer = part("-tokenizer.json");
        InputStream weights = part(".onnx");
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.setMemoryPatternOptimization(false);
      options.setCPUArenaAllocator(false);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      OrtSession session = environment.createSession(weights.readAllBytes(), options);
      return new SentenceModel(environment, session, WordPieces.read(tokenizer));
    } catch (OrtException failed) {
      throw new IOException(failed);
    }
  }

  private static InputStream part(String ending) throws IOException {
    InputStream part = SentenceModel.class.getResourceAsStream(NAME + ending);
    if (part == null) {
      throw new FileNotFoundException(NAME + ending);
    }
    return part;
  }

  long[] cut(String text) {
    return words.cut(text, WordPieces.LONGEST);
  }

  float[] embed(String text) throws IOException {
    return embed(List.of(cut(text)))[0];
  }

  /** Vectors of length one, in the order of the texts; those of like length are cheapest. */
  float[][] embed(List<long[]> texts) throws IOException {
    int longest = texts.stream().mapToInt(text -> text.length).max().orElseThrow();
    long[] ids = new long[texts.size() * longest];
    long[] mask = new long[ids.length];
    for (int i = 0; i < texts.size(); i++) {
      long[] text = texts.get(i);
      System.arraycopy(text, 0, ids, i * longest, text.length);
      Arrays.fill(mask, i * longest, i * longest + text.length, 1);
    }
    long[] shape = {texts.size(), longest};
    try (OnnxTensor idTensor = tensor(ids, shape);
        OnnxTensor maskTensor = tensor(mask, shape);
        OnnxTensor types = tensor(new long[ids.length], shape);
        OrtSession.Result result =
            session.run(
                Map.of(
                    "input_ids",
                    idTensor,
                    "attention_mask",
                    maskTensor,
                    "token_type_ids",
                    types))) {
      return first(((OnnxTensor) result.get(0)).getFloatBuffer().array(), texts.size(), longest);
    } catch (OrtException failed) {
      throw new IOException(failed);
    }
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  /** The state over each text's first piece, which this model was trained to put its meaning in. */
  private static float[][] first(float[] states, int texts, int longest) {
    float[][] vectors = new float[texts][DIMENSIONS];
    for (int i = 0; i < texts; i++) {
      System.arraycopy(states, i * longest * DIMENSIONS, vectors[i], 0, DIMENSIONS);
      double square = 0;
      for (float value : vectors[i]) {
        square += value * value;
      }
      float scale = (float) (1 / Math.sqrt(square));
      for (int d = 0; d < DIMENSIONS; d++) {
        vectors[i][d] *= scale;
      }
    }
    return vectors;
  }
}
