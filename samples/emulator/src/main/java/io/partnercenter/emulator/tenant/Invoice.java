package io.partnercenter.emulator.tenant;

import io.partnercenter.emulator.Amendment;
import io.partnercenter.emulator.LineKind;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** An invoice with its exact amounts. Immutable. */
public final class Invoice {
  /** The state of an invoice after it was sent. */
  enum Status {
    OPEN,
    PAID,
    PAID_IN_PART,
    ADJUSTED,
    VOIDED
  }

  static final BigDecimal PART_PAYMENT = new BigDecimal("1000");

  private final String id;
  private final int position;
  private final YearMonth month;
  private final Status status;
  private final BigDecimal adjustment;
  private final List<LineCollection> lineItems;

  Invoice(
      String id,
      int position,
      YearMonth month,
      Status status,
      BigDecimal adjustment,
      List<LineCollection> lineItems) {
    this.id = id;
    this.position = position;
    this.month = month;
    this.status = status;
    this.adjustment = adjustment;
    this.lineItems = List.copyOf(lineItems);
  }

  /** Returns an id that begins with {@code G} in modern and with {@code D} in legacy commerce. */
  public String id() {
    return id;
  }

  public boolean isModern() {
    return id.startsWith("G");
  }

  public String invoiceType() {
    return isModern() ? "OneTime" : "Recurring";
  }

  /** Returns the id as the service writes it in links. The service accepts both ids. */
  public String prefixedId() {
    return invoiceType() + "-" + id;
  }

  public String currencyCode() {
    return currency().name();
  }

  /** Returns the date in UTC, with the precision of the response. */
  public LocalDateTime invoiceDate() {
    long unit = (long) Math.pow(10, 9 - fractionDigits());
    LocalDateTime date = month.plusMonths(1).atDay(8).atTime(5, 21, 1, 589_776_700);
    return date.withNano((int) (date.getNano() / unit * unit)).plusSeconds(position);
  }

  /** Returns the sum of the billing lines plus the {@linkplain #adjustment() adjustment}. */
  public BigDecimal totalCharges() {
    return lineItems.stream()
        .filter(lines -> lines.kind().isBilling())
        .map(LineCollection::total)
        .reduce(adjustment, BigDecimal::add);
  }

  /**
   * Returns the amount of a legacy invoice that is in none of its lines. Zero for all but one
   * invoice.
   */
  public BigDecimal adjustment() {
    return adjustment;
  }

  public BigDecimal paidAmount() {
    return switch (status) {
      case PAID -> totalCharges();
      case PAID_IN_PART -> PART_PAYMENT;
      default -> BigDecimal.ZERO;
    };
  }

  /** Returns the amount still to pay after amendments and payments. */
  public BigDecimal balance() {
    return amendments().stream()
        .map(Amendment::net)
        .reduce(totalCharges().subtract(paidAmount()), BigDecimal::add);
  }

  /** Returns the collections of lines that {@code invoiceDetails} names. */
  public List<LineCollection> lineItems() {
    return lineItems;
  }

  public Optional<LineCollection> lineItems(LineKind kind) {
    return lineItems.stream().filter(lines -> lines.kind() == kind).findFirst();
  }

  /** Returns the ids of the tax receipts. Some modern invoices have one, the others have none. */
  public List<String> taxReceiptIds() {
    boolean taxed = isModern() && (position % 3 == 2 || !amendments().isEmpty());
    return taxed ? List.of("E-Tax-" + id) : List.of();
  }

  public List<Amendment> amendments() {
    return switch (status) {
      case VOIDED -> List.of(amendment(1, "void_note", id, totalCharges().negate(), List.of()));
      case ADJUSTED -> List.of(adjustmentNote(), partlyRevokedNote());
      default -> List.of();
    };
  }

  /** The spelling of a document type varies in the service's own documents. */
  private Amendment adjustmentNote() {
    return amendment(1, "adjustment_note", id, new BigDecimal("-25.50"), List.of());
  }

  private Amendment partlyRevokedNote() {
    String note = amendmentId(2);
    Amendment revocation = amendment(3, "VoidNote", note, new BigDecimal("12.25"), List.of());
    return amendment(2, "adjustmentNote", id, new BigDecimal("-12.25"), List.of(revocation));
  }

  private Amendment amendment(
      int number, String type, String amends, BigDecimal amount, List<Amendment> nested) {
    return new Amendment(
        amendmentId(number), type, amends, invoiceDate().plusDays(number), amount, nested);
  }

  private String amendmentId(int number) {
    return id.charAt(0) + "09" + number + id.substring(4);
  }

  public BillingCurrency currency() {
    return lineItems.get(0).currency();
  }

  public YearMonth month() {
    return month;
  }

  /** Returns the index in the list of invoices, which selects the variations of its JSON. */
  public int position() {
    return position;
  }

  public int fractionDigits() {
    return position % 8;
  }

  public boolean hasPayment() {
    return paidAmount().signum() != 0;
  }

  boolean hasId(String idInPath) {
    return idInPath.equals(id) || idInPath.equals(prefixedId());
  }
}
