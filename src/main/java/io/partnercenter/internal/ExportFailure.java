package io.partnercenter.internal;

import io.partnercenter.errors.CallFacts;
import io.partnercenter.errors.PartnerExportException;
import io.partnercenter.errors.PartnerExportException.Reason;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.models.ExportOperation;
import io.partnercenter.models.ExportStatus;
import org.jspecify.annotations.Nullable;

/** Why an export came to nothing, and what can be done. */
final class ExportFailure {
  private static final String NO_DATA = "5000";
  private static final int TEXT_KEPT = 300;

  private ExportFailure() {}

  /**
   * Of an operation that has failed, or was cancelled.
   *
   * @param legacyInvoice the invoice that was to be exported, if it is one of those that never are
   */
  static PartnerExportException of(
      ExportOperation operation, @Nullable String legacyInvoice, CallFacts call) {
    String code = operation.errorCode();
    String said = operation.errorMessage();
    Reason reason = reason(code, legacyInvoice);
    boolean isCancelled = operation.status().equals(ExportStatus.CANCELLED);
    String words =
        (isCancelled ? "was cancelled" : "has failed")
            + (code == null ? "" : " with code " + code)
            + (said == null ? "" : ": " + Redaction.cut(said, TEXT_KEPT))
            + advice(reason, legacyInvoice, isCancelled);
    return new PartnerExportException(reason, words, code, said, call);
  }

  private static Reason reason(@Nullable String code, @Nullable String legacyInvoice) {
    if (legacyInvoice != null) return Reason.LEGACY_INVOICE;
    return NO_DATA.equals(code) ? Reason.NO_DATA : Reason.FAILED;
  }

  private static String advice(Reason reason, @Nullable String legacyInvoice, boolean isCancelled) {
    return switch (reason) {
      case LEGACY_INVOICE ->
          "; a legacy invoice such as "
              + legacyInvoice
              + " is never exported, whatever the message says:"
              + " its lines are had with invoices().byId(id).lineItems(query)";
      case NO_DATA -> "; there is no data, or none yet: export again later";
      default -> isCancelled ? "; export once more" : "";
    };
  }

  /** Whether what was asked for is not there any more: Azure Storage has several codes for that. */
  static boolean isGone(PartnerServiceException e) {
    return e.statusCode() == 404 || e.statusCode() == 410;
  }

  /** Of an operation that the service does not know any more. */
  static PartnerExportException expired(PartnerServiceException e) {
    return expired("is not known any more: export once more", e);
  }

  /** Of a file that is not there, although its manifest names it. */
  static PartnerExportException gone(PartnerServiceException e) {
    return expired("is gone, although the manifest names it: export once more", e);
  }

  private static PartnerExportException expired(String problem, PartnerServiceException e) {
    PartnerExportException expired =
        new PartnerExportException(
            Reason.EXPIRED,
            problem,
            e.errorCode().orElse(null),
            e.description().orElse(null),
            e.call());
    expired.initCause(e);
    return expired;
  }
}
