package org.yilian.db;

/**
 * What is known of a stored file.
 *
 * @param size in bytes
 * @param sha256 in the form {@code sha256:…}
 * @param width in pixels, or null for what is no picture
 * @param attachedTo what it belongs to, as {@code kind:id}, or null while it is its owner's alone
 */
public record StoredFile(
    String id,
    String ownerId,
    String mediaType,
    long size,
    String sha256,
    Integer width,
    Integer height,
    String attachedTo) {}
