package org.yilian.speech;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was said in a recording, in writing.
 *
 * @param version grows with every change of its lines
 * @param machine which one wrote it, or null
 */
public record Transcript(
    String recordingId, Status status, long version, String machine, List<TranscriptLine> lines) {

  /** How far it has come. */
  public enum Status {
    /** 待转写: for a machine or a person. */
    WAITING,
    /** There are lines, or a machine has listened and heard nothing. */
    WRITTEN
  }

  public Transcript {
    lines = List.copyOf(lines);
  }

  /** What it says, once somebody has checked every line of it; else nothing. */
  public Optional<String> checkedText() {
    boolean checked = !lines.isEmpty() && lines.stream().allMatch(TranscriptLine::checked);
    return checked ? Optional.of(words()) : Optional.empty();
  }

  /** All of it, checked or not. */
  public String words() {
    return lines.stream().map(TranscriptLine::text).collect(Collectors.joining("\n"));
  }

  /** {@code {recordingId, status, version, machine?, lines}}. */
  public JsonObject toJson() {
    JsonObject json =
        new JsonObject()
            .put("recordingId", recordingId)
            .put("status", status.name())
            .put("version", version)
            .put("lines", new JsonArray(lines.stream().map(TranscriptLine::toJson).toList()));
    return machine == null ? json : json.put("machine", machine);
  }
}
