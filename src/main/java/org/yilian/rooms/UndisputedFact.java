package org.yilian.rooms;

import java.time.Instant;

/** Something that no side disputes, once every side has confirmed it. */
public record UndisputedFact(String id, String text, Instant createdAt) {}
