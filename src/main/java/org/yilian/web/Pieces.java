package org.yilian.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.function.IntFunction;

/**
 * A file that is sent piece by piece and never held whole.
 *
 * @param size of all of it, in bytes
 * @param piece how many bytes every piece but the last has
 * @param read piece n, counted from 0
 */
record Pieces(String mediaType, long size, int piece, IntFunction<Future<Buffer>> read) {}
