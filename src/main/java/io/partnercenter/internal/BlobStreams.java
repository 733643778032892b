package io.partnercenter.internal;

import io.partnercenter.exports.ExportBlob;
import io.partnercenter.exports.ExportOptions;
import io.partnercenter.models.ExportManifest;
import io.partnercenter.models.ManifestBlob;
import io.partnercenter.transport.Transport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads single files of exports, for those who have no partner. */
public final class BlobStreams {
  private static final int RETRY_BUDGET = 100;

  private BlobStreams() {}

  /**
   * The rows of {@code blob}.
   *
   * @param transport null for one that ends with the stream
   */
  public static <T> Stream<T> open(ExportBlob<T> blob, @Nullable Transport transport) {
    SignedManifest file = manifest(blob);
    Resources resources = new Resources();
    Timing timing = Timing.system();
    Endpoint endpoint =
        new Endpoint(
            Dialect.STORAGE,
            ServiceAddress.of(Objects.requireNonNull(file.root())),
            null,
            new Pacing(RETRY_BUDGET, timing));
    ServiceClient storage =
        new ServiceClient(
            endpoint,
            CallOptions.defaults(),
            transport != null ? transport : resources.okHttp(),
            Portion.SIZE,
            resources.executor(),
            timing,
            resources);
    BlobWalk<T> walk =
        ExportFiles.of(storage, file, null, blob.rowType()).walk(ExportOptions.defaults(), null);
    LentWalk<T> lent = new LentWalk<>(walk, resources);
    return StreamSupport.stream(lent, false).onClose(lent::close).flatMap(List::stream);
  }

  /**
   * A walk that also ends its resources at its end, or when it fails: nobody has to close a stream
   * that was read, and a client that is only forgotten keeps its connection for minutes.
   */
  private record LentWalk<T>(BlobWalk<T> walk, Resources resources)
      implements Spliterator<List<T>>, AutoCloseable {
    @Override
    public boolean tryAdvance(Consumer<? super List<T>> action) {
      boolean goesOn = false;
      try {
        goesOn = walk.tryAdvance(action);
        return goesOn;
      } finally {
        if (!goesOn) close();
      }
    }

    @Override
    public void close() {
      walk.close();
      resources.close();
    }

    @Override
    public @Nullable Spliterator<List<T>> trySplit() {
      return walk.trySplit();
    }

    @Override
    public long estimateSize() {
      return walk.estimateSize();
    }

    @Override
    public int characteristics() {
      return walk.characteristics();
    }
  }

  private static SignedManifest manifest(ExportBlob<?> blob) {
    ManifestBlob file =
        new ManifestBlob(blob.name(), null, blob.sizeInBytes(), blob.itemCount(), Map.of());
    ExportManifest manifest =
        new ExportManifest(
            null,
            null,
            null,
            null,
            null,
            null,
            blob.rootDirectory(),
            null,
            1,
            List.of(file),
            Map.of());
    try {
      return SignedManifest.of(manifest, blob.signature(), true);
    } catch (UnreadableAnswer e) {
      throw new IllegalArgumentException("not a file of an export: it " + e.problem, e);
    }
  }
}
