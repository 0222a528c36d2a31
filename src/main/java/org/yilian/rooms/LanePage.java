package org.yilian.rooms;

import java.util.List;

/**
 * Some messages of a lane, in order.
 *
 * @param revision that of the room when they were read: who reads them is decided by a state of the
 *     room at least as new
 * @param last whether nothing came after them when they were read
 */
record LanePage(List<StoredMessage> messages, long revision, boolean last) {

  LanePage with(List<StoredMessage> others) {
    return new LanePage(others, revision, last);
  }
}
