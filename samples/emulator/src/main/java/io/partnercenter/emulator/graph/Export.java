package io.partnercenter.emulator.graph;

import io.partnercenter.emulator.ExportFlaw;
import io.partnercenter.emulator.LineKind;
import io.partnercenter.emulator.tenant.LineCollection;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An export and its progress. Thread-safe. */
final class Export {
  enum State {
    NOT_STARTED,
    RUNNING,
    SUCCEEDED,
    FAILED
  }

  private final String id;
  private final String manifestId;
  private final ExportRequest request;
  private final Instant created;
  private final Outcome outcome;
  private final int firstPoll;
  private final AtomicInteger polls;

  /**
   * The end of an export: lines, or the reason why there are none.
   *
   * @param flaw the defect of its files, or null
   */
  record Outcome(
      @Nullable LineCollection lines, @Nullable String failure, @Nullable ExportFlaw flaw) {
    static Outcome failed(String failure) {
      return new Outcome(null, failure, null);
    }
  }

  /**
   * Creates an export.
   *
   * @param polls the number of requests that find it not ready
   */
  Export(
      String id,
      String manifestId,
      ExportRequest request,
      Instant created,
      Outcome outcome,
      int polls) {
    this.id = id;
    this.manifestId = manifestId;
    this.request = request;
    this.created = created;
    this.outcome = outcome;
    this.firstPoll = -polls;
    this.polls = new AtomicInteger(firstPoll);
  }

  /** Returns the state, and counts the request. */
  State poll() {
    int poll = polls.getAndUpdate(before -> Math.min(0, before + 1));
    if (poll < 0) return poll == firstPoll ? State.NOT_STARTED : State.RUNNING;
    return outcome.failure() == null ? State.SUCCEEDED : State.FAILED;
  }

  String id() {
    return id;
  }

  String manifestId() {
    return manifestId;
  }

  ExportRequest request() {
    return request;
  }

  Instant created() {
    return created;
  }

  LineCollection lines() {
    return Objects.requireNonNull(outcome.lines(), "The export failed, so it has no lines");
  }

  String failure() {
    return Objects.requireNonNull(
        outcome.failure(), "The export did not fail, so it has no reason for a failure");
  }

  boolean has(ExportFlaw flaw) {
    return outcome.flaw() == flaw;
  }

  /** Returns the path of the files, which is opaque to clients. */
  String directory(String partnerTenantId) {
    String of =
        request.period() == null
            ? "InvoiceId=" + request.invoiceId()
            : "Currency=" + request.currencyCode();
    return "/blobs/%s%sfastpath/v1/%s/PartnerTenantId=%s/%s/Fragment=%s/PartitionType=default"
        .formatted(
            request.period() == null ? "billed" : "unbilled",
            request.kind() == LineKind.ONE_TIME ? "recon" : "usage",
            manifestId,
            partnerTenantId,
            of,
            request.full() ? "full" : "basic");
  }
}
