package io.partnercenter.internal;

import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.errors.PartnerExportException.Reason;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The signature that opens an export's files, for all that read them, and the way to another when
 * it has expired. Signatures live for an hour or so, and a night's export may take longer.
 */
final class BlobAccess {
  /** With several readers, one may find a new signature used up before another has used it. */
  private static final int MOST_IN_VAIN = 3;

  private final @Nullable UnaryOperator<SignedManifest> renewal;
  private SignedManifest current;
  private int inVain;

  /** With {@code renewal}, which asks for the same files once more; null if nobody can be asked. */
  BlobAccess(SignedManifest files, @Nullable UnaryOperator<SignedManifest> renewal) {
    this.current = files;
    this.renewal = renewal;
  }

  synchronized SignedManifest current() {
    return current;
  }

  /** A file was opened with {@code files}. */
  synchronized void worked(SignedManifest files) {
    if (files.signature().equals(current.signature())) inVain = 0;
  }

  /**
   * Whether there is another signature than that of {@code refused}. One is asked for by the first
   * who needs it, and not without end if none of them works.
   *
   * @param call the one that was refused
   * @throws PartnerExportException if there is other data now, which must not be mixed with this
   */
  synchronized boolean renew(SignedManifest refused, CallFacts call) {
    if (!refused.signature().equals(current.signature())) return true;
    if (renewal == null || inVain == MOST_IN_VAIN) return false;
    SignedManifest fresh = same(renewal, call);
    current = fresh;
    inVain++;
    return true;
  }

  /**
   * Asks, when all has been read, whether it was one version of the data: files that were opened
   * later may have been of a later one, and nothing in them would tell.
   */
  synchronized void checkUnchanged(CallFacts call) {
    if (renewal == null || current.manifest().eTag() == null) return;
    var unused = same(renewal, call);
  }

  private SignedManifest same(UnaryOperator<SignedManifest> renewal, CallFacts call) {
    SignedManifest fresh = renewal.apply(current);
    if (Objects.equals(fresh.manifest().eTag(), current.manifest().eTag())
        && fresh.manifest().blobs().equals(current.manifest().blobs())) {
      return fresh;
    }
    throw new PartnerExportException(
        Reason.CHANGED, "has other data by now: export once more", null, null, call);
  }
}
