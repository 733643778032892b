package io.partnercenter.internal;

import io.partnercenter.PartnerListener.ExportEvent;
import io.partnercenter.errors.CallFacts;
import io.partnercenter.exports.ExportBlob;
import io.partnercenter.exports.ExportOptions;
import io.partnercenter.models.ExportManifest;
import io.partnercenter.models.ManifestBlob;
import io.partnercenter.models.UnreadableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The files of one export, and how they are read.
 *
 * @param storage to ask for them
 * @param access opens them
 * @param count how many there are
 */
public record ExportFiles<T>(
    ServiceClient storage, BlobAccess access, int count, Class<T> rowType) {
  /** Files whose signature is replaced by {@code renewal} when it has expired, if there is one. */
  public static <T> ExportFiles<T> of(
      ServiceClient storage,
      SignedManifest files,
      @Nullable UnaryOperator<SignedManifest> renewal,
      Class<T> rowType) {
    int count = files.manifest().blobs().size();
    return new ExportFiles<>(storage, new BlobAccess(files, renewal), count, rowType);
  }

  /** Which files there are. */
  public ExportManifest manifest() {
    return access.current().manifest();
  }

  /** All their rows. */
  public BlobWalk<T> walk(ExportOptions options, @Nullable Consumer<UnreadableRow> onUnreadable) {
    return new BlobWalk<>(
        sources(),
        rowType,
        options,
        storage.executor(),
        onUnreadable,
        this::tell,
        this::checkUnchanged);
  }

  private void tell(BlobWalk.Progress progress) {
    tell(progress.source(), progress.files(), progress.rows(), progress.bytes());
  }

  void tell(BlobSource source, int read, long rows, long bytes) {
    ExportEvent event = new ExportEvent(source.facts(), count, read, rows, bytes);
    storage.tell(listener -> listener.onExport(event));
  }

  /** See {@link BlobAccess#checkUnchanged}. */
  void checkUnchanged(BlobSource last) {
    access.checkUnchanged(last.facts());
  }

  /** Each of them on its own, signature included. */
  public List<ExportBlob<T>> blobs() {
    SignedManifest files = access.current();
    List<ExportBlob<T>> blobs = new ArrayList<>();
    for (ManifestBlob blob : files.manifest().blobs()) {
      blobs.add(
          new ExportBlob<>(
              rowType,
              String.valueOf(files.root()),
              name(blob),
              files.signature(),
              blob.sizeInBytes(),
              blob.itemCount()));
    }
    return List.copyOf(blobs);
  }

  List<BlobSource> sources() {
    List<BlobSource> sources = new ArrayList<>();
    for (ManifestBlob blob : manifest().blobs()) {
      CallFacts facts = open(blob).identity();
      sources.add(
          new BlobSource(sources.size(), name(blob), blob.itemCount(), facts, () -> open(blob)));
    }
    return sources;
  }

  /** Whoever reads it holds it: a list of all files must not keep a part of each. */
  private BlobBytes open(ManifestBlob blob) {
    return new BlobBytes(storage, access, name(blob), blob.sizeInBytes());
  }

  private static String name(ManifestBlob blob) {
    return Objects.requireNonNull(blob.name(), "checked when the manifest was read");
  }
}
