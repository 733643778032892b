package io.partnercenter.internal;

import io.partnercenter.errors.CallFacts;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One file of an export, wherever it is.
 *
 * @param index of it among the export's files, from 0 on
 * @param itemCount how many rows it is said to have; absent if nothing is said
 * @param facts for failures that are in the file itself
 * @param bytes opens it
 */
public record BlobSource(
    int index,
    String name,
    @Nullable Long itemCount,
    CallFacts facts,
    Supplier<InputStream> bytes) {}
