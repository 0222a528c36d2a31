package org.yilian.rooms;

/**
 * That a message was taken back.
 *
 * @param n counts the recalls of its lane 1, 2, 3 … without gaps
 * @param seq the number of the message
 */
record Recall(String laneId, long n, long seq) {}
