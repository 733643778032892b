package io.partnercenter.internal;

import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.errors.PartnerExportException.Reason;
import io.partnercenter.errors.PartnerTransportException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The signature that opens an export's files, for all that read them, and the way to another when
 * it has expired. Signatures live for an hour or so, and a night's export may take longer. Nobody
 * waits here but for a signature that he needs.
 */
final class BlobAccess {
  /** With several readers, one may find a new signature used up before another has used it. */
  private static final int MOST_IN_VAIN = 3;

  private final @Nullable UnaryOperator<SignedManifest> renewal;

  /** Held while the service is asked, so that it is asked once. */
  private final Lock renewing = new ReentrantLock();

  private final AtomicInteger inVain = new AtomicInteger();
  private volatile SignedManifest current;

  /** With {@code renewal}, which asks for the same files once more; null if nobody can be asked. */
  BlobAccess(SignedManifest files, @Nullable UnaryOperator<SignedManifest> renewal) {
    this.current = files;
    this.renewal = renewal;
  }

  SignedManifest current() {
    return current;
  }

  /** A file was opened with {@code files}. */
  void worked(SignedManifest files) {
    if (isCurrent(files)) inVain.set(0);
  }

  private boolean isCurrent(SignedManifest files) {
    return files.signature().equals(current.signature());
  }

  /**
   * Whether there is another signature than that of {@code refused}. One is asked for by the first
   * who needs it, and not without end if none of them works.
   *
   * @param call the one that was refused
   * @throws PartnerExportException if there is other data now, which must not be mixed with this
   * @throws PartnerTransportException if the thread was interrupted
   */
  boolean renew(SignedManifest refused, CallFacts call) {
    try {
      renewing.lockInterruptibly();
    } catch (InterruptedException e) {
      throw Flight.interrupted(call, e);
    }
    try {
      return !isCurrent(refused) || renew(call);
    } finally {
      renewing.unlock();
    }
  }

  private boolean renew(CallFacts call) {
    if (renewal == null || inVain.get() == MOST_IN_VAIN) return false;
    SignedManifest fresh = same(renewal, call);
    inVain.incrementAndGet();
    current = fresh;
    return true;
  }

  /**
   * Asks, when all has been read, whether it was one version of the data: files that were opened
   * later may have been of a later one, and nothing in them would tell.
   */
  void checkUnchanged(CallFacts call) {
    if (renewal == null || current.manifest().eTag() == null) return;
    var unused = same(renewal, call);
  }

  private SignedManifest same(UnaryOperator<SignedManifest> renewal, CallFacts call) {
    SignedManifest before = current;
    SignedManifest fresh = renewal.apply(before);
    if (DataVersion.isSame(fresh.manifest(), before.manifest())) return fresh;
    throw new PartnerExportException(
        Reason.CHANGED, "has other data by now: export once more", null, null, call);
  }
}
