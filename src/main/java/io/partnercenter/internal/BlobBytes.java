package io.partnercenter.internal;

import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.errors.PartnerExportException.Reason;
import io.partnercenter.errors.PartnerServiceException;
import java.io.InputStream;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one file, fetched part by part, the next one ahead, so that no connection waits for
 * the reader. Fails with a {@code PartnerException}. For one thread at a time.
 */
final class BlobBytes extends InputStream {
  private static final String OPERATION = "exports.blob";

  private final ServiceClient storage;
  private final BlobAccess access;
  private final String name;
  private final @Nullable Long announced;
  private @Nullable Portion current;
  private int at;
  private @Nullable Flight<Portion> ahead;

  /**
   * @param announced how long the file is said to be; null if nothing is said
   */
  BlobBytes(ServiceClient storage, BlobAccess access, String name, @Nullable Long announced) {
    this.storage = storage;
    this.access = access;
    this.name = name;
    this.announced = announced;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) return 0;
    Portion portion = current;
    if (portion == null || at == portion.count()) {
      if (portion != null && portion.end() == portion.total()) return -1;
      portion = next(portion);
      if (portion.count() == 0) return -1;
    }
    int read = Math.min(length, portion.count() - at);
    System.arraycopy(portion.bytes(), at, target, offset, read);
    at += read;
    return read;
  }

  private Portion next(@Nullable Portion before) {
    Flight<Portion> flight = ahead != null ? ahead : flight(before);
    ahead = null;
    Portion portion = flight.land();
    if (announced != null && announced != portion.total()) {
      throw new PartnerDataException(
          "is " + portion.total() + " bytes long, where the manifest says " + announced,
          null,
          null,
          null,
          flight.identity(),
          null);
    }
    current = portion;
    at = 0;
    if (portion.end() < portion.total()) ahead = flight(portion).takeOff(storage.executor());
    return portion;
  }

  private Flight<Portion> flight(@Nullable Portion before) {
    Portion portion =
        before == null ? new Portion(0, null) : new Portion(before.end(), before.version());
    return new Flight<>(() -> fetch(portion), identity());
  }

  /** For failures that are in the file and not in a call. */
  CallFacts identity() {
    Portion none = new Portion(0, null);
    return new CallHistory(call(none, access.current()), storage.options().scope()).identity();
  }

  private Portion fetch(Portion portion) {
    boolean wasGone = false;
    while (true) {
      SignedManifest files = access.current();
      try {
        storage.send(call(portion, files));
        access.worked(files);
        return portion;
      } catch (PartnerServiceException e) {
        if (e.statusCode() == 416 && portion.end() == 0) return portion.ofNothing();
        if (e.statusCode() == 412) throw changed(e);
        boolean isGone = ExportFailure.isGone(e);
        if (isGone && wasGone) throw ExportFailure.gone(e);
        if (!isGone && e.statusCode() != 403) throw e;
        if (!access.renew(files, e.call())) throw isGone ? ExportFailure.gone(e) : e;
        wasGone |= isGone;
      }
    }
  }

  private ServiceCall<Portion> call(Portion portion, SignedManifest files) {
    HttpUrl address = files.address(name);
    return ServiceCall.get(OPERATION, address, portion).headers(portion::headers);
  }

  private static PartnerExportException changed(PartnerServiceException e) {
    PartnerExportException changed =
        new PartnerExportException(
            Reason.CHANGED,
            "has changed while it was read: export once more",
            e.errorCode().orElse(null),
            e.description().orElse(null),
            e.call());
    changed.initCause(e);
    return changed;
  }

  @Override
  public int available() {
    return current == null ? 0 : current.count() - at;
  }

  @Override
  public void close() {
    if (ahead != null) ahead.cancel();
  }
}
