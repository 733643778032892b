package io.partnercenter.models;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file of an export: lines of JSON, compressed with gzip.
 *
 * @param name such as {@code part-00000-….c000.json.gz}
 * @param partitionValue {@code default}; files of one large partition have it in common
 * @param sizeInBytes how large the file is, compressed; mostly absent
 * @param itemCount how many rows it has; mostly absent
 * @param additionalProperties every other field of the object by its name; never null
 */
public record ManifestBlob(
    @Nullable String name,
    @Nullable String partitionValue,
    @Nullable Long sizeInBytes,
    @Nullable Long itemCount,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties) {

  /** Keeps copies of lists and maps. */
  public ManifestBlob {
    additionalProperties = Copies.map(additionalProperties);
  }
}
