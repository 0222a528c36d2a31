package org.yilian.evidence;

import io.vertx.core.json.JsonObject;
import org.yilian.evidence.verify.MerkleTree;

/** Where a head stands among those of its day, with the proof of it. */
public record DayPlace(Day day, int index) {

  JsonObject json() {
    return day.json()
        .put("index", index)
        .put("width", day.leaves().size())
        .put("path", ReceiptFile.hex(MerkleTree.inclusion(day.leaves(), index)));
  }
}
