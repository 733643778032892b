package io.partnercenter.emulator;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A document that changes an invoice or another amendment. It is seen inside of what it amends and
 * nowhere else.
 *
 * @param documentType as the service spells it, which is not always the same
 * @param totalCharges negative if the partner gets money back
 */
public record Amendment(
    String id,
    String documentType,
    String amendsOf,
    LocalDateTime invoiceDate,
    BigDecimal totalCharges,
    List<Amendment> amendments) {

  /** What is left of it after its own amendments. */
  public BigDecimal net() {
    return amendments.stream().map(Amendment::net).reduce(totalCharges, BigDecimal::add);
  }
}
