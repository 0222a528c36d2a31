package org.yilian.rooms;

import java.time.Instant;

/** Where and when a message was stored. */
public record Posted(String lane, long seq, Instant sentAt) implements Said {}
