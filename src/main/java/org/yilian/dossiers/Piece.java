package org.yilian.dossiers;

import org.yilian.documents.Rendered;

/**
 * A paper of a volume, made.
 *
 * @param file its name in the zip
 * @param original its bytes there
 * @param bound what stands for it in the one PDF
 * @param apart whether that is a page which only tells of it
 */
record Piece(Paper paper, String file, byte[] original, Rendered bound, boolean apart) {}
