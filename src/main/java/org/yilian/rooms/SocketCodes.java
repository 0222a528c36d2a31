package org.yilian.rooms;

/** Why the server closes a socket. */
public final class SocketCodes {
  public static final int BINARY = 1003;
  public static final int NOT_UTF8 = 1007;
  public static final int TOO_LARGE = 1009;
  public static final int RESTARTING = 1012;
  public static final int TOO_SLOW = 1013;
  public static final int NOT_JSON = 4400;
  public static final int BAD_TICKET = 4401;
  public static final int MEMBERSHIP_ENDED = 4403;
  public static final int NO_HELLO = 4408;
  public static final int TOO_MANY_SOCKETS = 4409;
  public static final int TOO_MANY_FAULTS = 4429;

  private SocketCodes() {}
}
