package io.partnercenter.console;

import io.partnercenter.IPartner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The currency of what is not billed yet, which the service wants to be told. */
final class CurrencyOption {
  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "For example EUR. Default: the currency of the balance.")
  private @Nullable String code;

  /** The one that was named, else that of the balance, which takes a request. */
  String code(IPartner partner, PartnerConsole console) {
    if (code != null) return code;
    String balance = partner.invoices().summary().get().currencyCode();
    if (balance == null || balance.isBlank()) {
      throw new IllegalArgumentException("the balance has no currency: name one with --currency");
    }
    console.note("In " + balance + ", the currency of the balance; --currency names another");
    return balance;
  }
}
