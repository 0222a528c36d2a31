package org.yilian.knowledge;

/**
 * Numbers of 16 bits as IEEE 754 has them (binary16), for the parts of vectors of length one: from
 * 2⁻¹⁴ to 1 with eleven bits; what is smaller is kept as nothing. JDK 17 has no conversion yet.
 */
final class HalfPrecision {
  private static final int SIGN = 0x8000;
  private static final int FRACTION_SHIFT = 13;
  private static final int EXPONENT_GAP = (127 - 15) << 10;
  private static final int LARGEST = 0x7bff;
  private static final int SMALLEST = 0x0400;

  private HalfPrecision() {}

  static short of(float number) {
    int bits = Float.floatToRawIntBits(number);
    int sign = bits >>> 16 & SIGN;
    int rounded = (bits & 0x7fffffff) + (1 << FRACTION_SHIFT - 1) >>> FRACTION_SHIFT;
    int half = rounded - EXPONENT_GAP;
    if (half < SMALLEST) {
      return (short) sign;
    }
    return (short) (sign | Math.min(half, LARGEST));
  }

  static float value(short half) {
    int magnitude = half & 0x7fff;
    if (magnitude < SMALLEST) {
      return 0;
    }
    int bits = magnitude + EXPONENT_GAP << FRACTION_SHIFT;
    return Float.intBitsToFloat((half & SIGN) << 16 | bits);
  }
}
