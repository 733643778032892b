package io.partnercenter;

import io.partnercenter.errors.Attempt;
import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Hears of every attempt and every call: enough for metrics and traces in a few lines. Called on
 * the thread of the call, so it should be quick; an exception that it throws is logged and does not
 * disturb the call. An {@link Error} ends the call as it is, with nothing left behind.
 */
public interface PartnerListener {
  /** A request was made and has been answered, or has failed. */
  default void onAttempt(AttemptEvent event) {}

  /**
   * A call has ended, with its answer or with a {@link PartnerException}. What else may end it is
   * not heard of here: another {@link RuntimeException} of a transport or of a callback for
   * progress, of which no attempt is heard either, and a document that this machine cannot store.
   */
  default void onCall(CallEvent event) {}

  /** A page of a walk has arrived. Called in order, on the thread that walks. */
  default void onPage(PageEvent event) {}

  /** Rows of an export have arrived. Called on the thread that reads them. */
  default void onExport(ExportEvent event) {}

  /**
   * One attempt. The call's facts are those so far, this attempt the last among them.
   *
   * @param call the operation, its path and ids
   * @param attempt this attempt: number, status, duration, failure
   */
  record AttemptEvent(CallFacts call, Attempt attempt) {}

  /**
   * One whole call.
   *
   * @param call the operation, its path, ids and attempts
   * @param duration from the first look for a token to the decoded answer, pauses included
   * @param failure what the caller is about to catch; absent if the call succeeded
   */
  record CallEvent(CallFacts call, Duration duration, @Nullable PartnerException failure) {
    /** Whether the caller got what it asked for. */
    public boolean succeeded() {
      return failure == null;
    }
  }

  /**
   * One page of a walk, and how far the walk has come with it.
   *
   * @param call the call that brought the page
   * @param pages how many pages there were so far, this one included
   * @param rows how many rows there were so far
   * @param pageRows how many of them are this page's: for counters over all walks, which cannot be
   *     told apart here
   * @param bytes how large their answers were, decompressed
   * @param retries how many attempts there were beyond the first of each page
   */
  record PageEvent(CallFacts call, int pages, long rows, int pageRows, long bytes, int retries) {}

  /**
   * How far the reading of an export has come. The requests that it takes are heard of as calls.
   *
   * @param call names the file that brought the latest rows; it has no attempts of its own
   * @param files how many files there are
   * @param filesRead how many of them have been read to the end
   * @param rows how many rows there were so far; 0 where files are stored and not read
   * @param bytes how many bytes of the files, compressed, have been read
   */
  record ExportEvent(CallFacts call, int files, int filesRead, long rows, long bytes) {}
}
