package org.yilian;

/** Wires the product by hand and starts it. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {}
}
