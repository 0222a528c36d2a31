package org.yilian.documents;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys of organisations that other authorities certified, opened at the start and kept open. */
public final class OutsideKeys {
  private final Map<String, SealKey> keys;

  private OutsideKeys(Map<String, SealKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /**
   * Opens all of them. Blocks: a device takes its time.
   *
   * @param revocation whether each must lead to its root and say where it would be revoked
   * @throws IllegalStateException that names every key which cannot be used, and why
   */
  public static OutsideKeys open(List<KeyPlace> places, boolean revocation, Clock clock) {
    Map<String, SealKey> keys = new HashMap<>();
    List<String> faults = new ArrayList<>();
    OpenKey opener = new OpenKey(revocation, clock);
    for (KeyPlace place : places) {
      try {
        keys.put(place.organisation(), opener.open(place));
      } catch (IllegalArgumentException e) {
        faults.add(place.organisation() + ": " + e.getMessage());
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          String.join(
              System.lineSeparator(), faults.stream().map("YILIAN_SEAL_KEYS "::concat).toList()));
    }
    return new OutsideKeys(keys);
  }

  /** The key of an organisation, by its full name. */
  public Optional<SealKey> of(String organisation) {
    return Optional.ofNullable(keys.get(organisation));
  }

  public Set<String> organisations() {
    return keys.keySet();
  }
}
