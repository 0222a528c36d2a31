package org.yilian.rooms;

/**
 * That a member reads a lane: the messages numbered above {@code fromSeq}.
 *
 * @param maySay whether the member may also say something in it now
 */
public record Grant(String memberId, String laneId, long fromSeq, boolean maySay) {}
