package org.yilian.dossiers;

import java.time.LocalDate;

/**
 * A paper that a clerk put into the file.
 *
 * @param dated the day that the paper bears, or null
 */
record Entry(String id, ItemKind kind, String title, LocalDate dated, String fileId) {}
