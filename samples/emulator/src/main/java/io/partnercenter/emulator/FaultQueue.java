package io.partnercenter.emulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The faults that wait for their requests. A request meets one fault at most, the first that is
 * due; the others stay due. Thread-safe.
 */
final class FaultQueue {
  private static final class Armed {
    private final Fault.Scoped scoped;
    private int seen;
    private int fired;

    Armed(Fault.Scoped scoped) {
      this.scoped = scoped;
    }

    boolean isDueOn(String target, boolean continues) {
      if (ConnectionFault.isForConnections(scoped.fault())) return false;
      boolean matches = target.contains(scoped.part()) && (continues || !isForLaterPages());
      if (matches) seen++;
      return matches && seen > scoped.skip();
    }

    private boolean isForLaterPages() {
      return scoped.fault() instanceof Fault.EmptyPage
          || scoped.fault() instanceof Fault.RepeatedCursor
          || scoped.fault() instanceof ResponseFault.NoPage
          || scoped.fault() instanceof ResponseFault.RepeatedRows;
    }

    Fault fire() {
      fired++;
      return scoped.fault();
    }

    boolean isSpent() {
      return fired >= scoped.times();
    }
  }

  private final List<Armed> armed = new ArrayList<>();
  private final List<Fault> met = new ArrayList<>();

  synchronized void arm(Fault.Scoped scoped) {
    if (scoped.fault() instanceof Fault.Sequence sequence) {
      for (int i = 0; i < scoped.times(); i++) {
        sequence.faults().forEach(fault -> armed.add(new Armed(scoped.of(fault))));
      }
    } else {
      armed.add(new Armed(scoped));
    }
  }

  synchronized void clear() {
    armed.clear();
  }

  /**
   * The fault of this request.
   *
   * @param continues whether it asks for a page that is not the first
   */
  synchronized @Nullable Fault meet(String target, boolean continues) {
    Armed due = null;
    for (Armed candidate : armed) { // All of them: each counts the requests it has seen.
      if (candidate.isDueOn(target, continues) && due == null) due = candidate;
    }
    return due == null ? null : fire(due);
  }

  /** Whether a connection that is being made meets a fault of that kind. */
  synchronized boolean meets(Class<? extends ConnectionFault> kind) {
    Armed due = null;
    for (Armed candidate : armed) {
      if (!kind.isInstance(candidate.scoped.fault())) continue;
      candidate.seen++;
      if (candidate.seen > candidate.scoped.skip() && due == null) due = candidate;
    }
    return due != null && fire(due) != null;
  }

  private Fault fire(Armed due) {
    Fault fault = due.fire();
    if (due.isSpent()) armed.remove(due);
    met.add(fault);
    return fault;
  }

  /** Those that have befallen something, in this order, as often as they have. */
  synchronized List<Fault> met() {
    return List.copyOf(met);
  }
}
