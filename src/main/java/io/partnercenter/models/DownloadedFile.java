package io.partnercenter.models;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A document that is now a file, whole and checked.
 *
 * @param path the file, as it was named by the caller
 * @param bytes how large it is
 * @param fileName the name that the service suggests, such as {@code Invoice_G000024135.pdf}: a
 *     name only, without folders, safe on any system, and ending in {@code .pdf}; absent if it
 *     suggests none
 */
public record DownloadedFile(Path path, long bytes, @Nullable String fileName) {}
