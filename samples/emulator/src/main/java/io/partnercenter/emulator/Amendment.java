package io.partnercenter.emulator;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A document that changes an invoice or another amendment. The service shows it only inside the
 * document that it changes.
 *
 * @param documentType the type as the service spells it; the spelling varies
 * @param totalCharges negative if the partner gets money back
 */
public record Amendment(
    String id,
    String documentType,
    String amendsOf,
    LocalDateTime invoiceDate,
    BigDecimal totalCharges,
    List<Amendment> amendments) {

  /** Returns the amount after the document's own amendments. */
  public BigDecimal net() {
    return amendments.stream().map(Amendment::net).reduce(totalCharges, BigDecimal::add);
  }
}
