package org.yilian.evidence;

/**
 * A head that was signed at a pause, an end, a seal or the end of a day, and its place among the
 * heads of that day, which the operator may have published.
 */
public record Anchor(Head head, DayPlace place) {}
