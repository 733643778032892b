package io.partnercenter.internal;

import io.partnercenter.models.ExportManifest;
import io.partnercenter.models.ManifestBlob;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which data a manifest is of. */
final class DataVersion {
  private DataVersion() {}

  /**
   * Whether both are of the same data: one version, and the same files. In which order they come,
   * and what else is said of them, may differ from one answer to the next.
   */
  static boolean isSame(ExportManifest one, ExportManifest other) {
    if (!Objects.equals(one.eTag(), other.eTag())) return false;
    if (one.blobs().size() != other.blobs().size()) return false;
    Map<@Nullable String, ManifestBlob> files = new HashMap<>();
    for (ManifestBlob file : one.blobs()) files.put(file.name(), file);
    return other.blobs().stream().allMatch(file -> isSame(files.remove(file.name()), file));
  }

  private static boolean isSame(@Nullable ManifestBlob one, ManifestBlob other) {
    return one != null
        && fits(one.sizeInBytes(), other.sizeInBytes())
        && fits(one.itemCount(), other.itemCount());
  }

  /** Most manifests count nothing. */
  private static boolean fits(@Nullable Long one, @Nullable Long other) {
    return one == null || other == null || one.equals(other);
  }
}
