package org.yilian.rooms;

import java.time.Instant;

/** The strip that a mediator shows to one side. */
record StatusLine(String side, String text, Instant at) {}
