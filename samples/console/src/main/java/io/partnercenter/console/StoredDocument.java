package io.partnercenter.console;

/**
 * A document that is a file now.
 *
 * @param file where it is
 * @param bytes how large it is
 */
record StoredDocument(String file, long bytes) {}
