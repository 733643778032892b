package io.partnercenter.models;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an export has come to: which files there are. The signature that opens them is a secret and
 * not part of it.
 *
 * @param id of the manifest
 * @param schemaVersion {@code 1} or {@code 2}; says nothing about the rows
 * @param dataFormat {@code compressedJSON} or {@code compressedJSONLines}, which are the same
 * @param createdDateTime when the data was made; may be days before the export was asked for
 * @param eTag the version of the data: as long as it is the same, so are the rows
 * @param partnerTenantId tenant id of the partner
 * @param rootDirectory where the files are
 * @param partitionType {@code default}
 * @param blobCount how many files there are
 * @param blobs the files, in no particular order; none if there is nothing to export; never null
 * @param additionalProperties every other field of the object by its name; never null
 */
public record ExportManifest(
    @Nullable String id,
    @Nullable String schemaVersion,
    @Nullable String dataFormat,
    @Nullable OffsetDateTime createdDateTime,
    @Nullable String eTag,
    @Nullable String partnerTenantId,
    @Nullable String rootDirectory,
    @Nullable String partitionType,
    @Nullable Integer blobCount,
    List<ManifestBlob> blobs,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties) {

  /** Keeps copies of lists and maps. */
  public ExportManifest {
    blobs = Copies.list(blobs);
    additionalProperties = Copies.map(additionalProperties);
  }
}
