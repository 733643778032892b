package io.partnercenter.emulator.faults;

import io.partnercenter.emulator.ConnectionFault;
import io.partnercenter.emulator.Fault;
import io.partnercenter.emulator.ResponseFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The faults that wait for requests and connections. A request takes at most one, the first that is
 * due; the others stay due. Thread-safe.
 */
public final class FaultQueue {
  private static final class Pending {
    private final Fault.Scoped scoped;
    private int seen;
    private int fired;

    Pending(Fault.Scoped scoped) {
      this.scoped = scoped;
    }

    boolean isDueFor(String target, boolean isContinuation) {
      if (isForConnections()) return false;
      boolean matches = target.contains(scoped.part()) && (isContinuation || !isForLaterPages());
      if (matches) seen++;
      return matches && seen > scoped.skip();
    }

    /** Connections have no path, so requests do not take their faults. */
    private boolean isForConnections() {
      return scoped.fault() instanceof ConnectionFault.RefusedConnection
          || scoped.fault() instanceof ConnectionFault.FailedHandshake;
    }

    private boolean isForLaterPages() {
      return scoped.fault() instanceof Fault.EmptyPage
          || scoped.fault() instanceof Fault.RepeatedCursor
          || scoped.fault() instanceof ResponseFault.NoPage
          || scoped.fault() instanceof ResponseFault.RepeatedRows;
    }

    Fault take() {
      fired++;
      return scoped.fault();
    }

    boolean isUsedUp() {
      return fired >= scoped.times();
    }
  }

  private final List<Pending> pending = new ArrayList<>();
  private final List<Fault> fired = new ArrayList<>();

  public synchronized void add(Fault.Scoped scoped) {
    if (scoped.fault() instanceof Fault.Sequence sequence) {
      for (int i = 0; i < scoped.times(); i++) {
        sequence.faults().forEach(fault -> pending.add(new Pending(scopedAs(fault, scoped))));
      }
    } else {
      pending.add(new Pending(scoped));
    }
  }

  private static Fault.Scoped scopedAs(Fault fault, Fault.Scoped scoped) {
    return new Fault.Scoped(fault, scoped.part(), scoped.skip(), 1);
  }

  public synchronized void clear() {
    pending.clear();
  }

  /**
   * Returns and uses the fault of a request, or null.
   *
   * @param isContinuation whether the request is for a later page
   */
  public synchronized @Nullable Fault takeForRequest(String target, boolean isContinuation) {
    Pending due = null;
    for (Pending candidate : pending) { // All of them: each counts the requests that match.
      if (candidate.isDueFor(target, isContinuation) && due == null) due = candidate;
    }
    return due == null ? null : take(due);
  }

  /** Returns whether a new connection has a fault of the given kind, and uses it. */
  synchronized boolean takeForConnection(Class<? extends ConnectionFault> kind) {
    Pending due = null;
    for (Pending candidate : pending) {
      if (!kind.isInstance(candidate.scoped.fault())) continue;
      candidate.seen++;
      if (candidate.seen > candidate.scoped.skip() && due == null) due = candidate;
    }
    return due != null && take(due) != null;
  }

  private Fault take(Pending due) {
    Fault fault = due.take();
    if (due.isUsedUp()) pending.remove(due);
    fired.add(fault);
    return fault;
  }

  /** Returns the faults that took effect, in order, each as often as it took effect. */
  public synchronized List<Fault> fired() {
    return List.copyOf(fired);
  }
}
