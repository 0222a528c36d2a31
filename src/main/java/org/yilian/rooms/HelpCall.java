package org.yilian.rooms;

import java.time.Instant;

/** That a member of a side asked for help in silence. */
record HelpCall(String memberId, Instant at) {}
