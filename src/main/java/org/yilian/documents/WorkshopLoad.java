package org.yilian.documents;

import io.vertx.core.json.JsonObject;

/**
 * How the making of documents stands: for whoever watches over a server. It tells of no document.
 *
 * @param working at work now
 * @param waiting in the queue now
 * @param places that the queue has; beyond them an order is refused
 * @param made orders done since the start: settings, seals, pictures, judgements
 * @param failed orders that ended in a refusal or a fault
 * @param refused orders that found no place
 * @param waitedMillis in the queue, all orders together
 * @param workedMillis at work, all orders together
 * @param longestMillis of one order
 */
public record WorkshopLoad(
    int working,
    int waiting,
    int places,
    long made,
    long failed,
    long refused,
    long waitedMillis,
    long workedMillis,
    long longestMillis) {

  public JsonObject json() {
    return new JsonObject()
        .put("working", working)
        .put("waiting", waiting)
        .put("places", places)
        .put("made", made)
        .put("failed", failed)
        .put("refused", refused)
        .put("waitedMillis", waitedMillis)
        .put("workedMillis", workedMillis)
        .put("longestMillis", longestMillis);
  }
}
