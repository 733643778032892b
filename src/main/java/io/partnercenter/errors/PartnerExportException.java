package io.partnercenter.errors;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The service accepted an export and then did not make it; {@link #reason()} says what can be done.
 */
public final class PartnerExportException extends PartnerException {
  private static final long serialVersionUID = 1L;

  /** Why there are no files. */
  public enum Reason {
    /** There is no data, or none yet: ask again later. */
    NO_DATA,
    /** Invoices of legacy commerce are never exported; their line items are in the v1 API. */
    LEGACY_INVOICE,
    /** The operation or its files are no longer kept: export once more. */
    EXPIRED,
    /** The data has changed while it was being read: export once more. */
    CHANGED,
    /** The service says something else; see the error's code and description. */
    FAILED
  }

  private final Reason reason;
  private final @Nullable String errorCode;
  private final @Nullable String description;

  /** For this SDK, and for tests that need a failed export. */
  public PartnerExportException(
      Reason reason,
      String problem,
      @Nullable String errorCode,
      @Nullable String description,
      CallFacts call) {
    super(problem, call);
    this.reason = reason;
    this.errorCode = errorCode;
    this.description = description;
  }

  /** What kind of failure it is. */
  public Reason reason() {
    return reason;
  }

  /** Whether asking again later is of no use. */
  public boolean isPermanent() {
    return reason == Reason.LEGACY_INVOICE;
  }

  /** The service's own code, such as {@code 5000}; empty if it named none. */
  public Optional<String> errorCode() {
    return Optional.ofNullable(errorCode);
  }

  /** The service's own words; empty if it had none. */
  public Optional<String> description() {
    return Optional.ofNullable(description);
  }
}
