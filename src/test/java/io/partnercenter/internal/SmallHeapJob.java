package io.partnercenter.internal;

import io.partnercenter.IPartner;
import io.partnercenter.RetryOptions;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.testing.Answers;
import java.net.URI;

/** A program with little memory, which asks for a page, a refusal and a balance, in that order. */
final class SmallHeapJob {
  private SmallHeapJob() {}

  public static void main(String[] args) {
    try (IPartner partner =
        IPartner.builder()
            .baseUrl(URI.create(args[0]))
            .credentials(PartnerCredentials.bearer(() -> "hunter2"))
            .retry(RetryOptions.none())
            .build()) {
      print(() -> partner.invoices().byId("G1").lineItems(Answers.ROWS).get());
      print(() -> partner.invoices().byId("G1").get());
      System.out.println(partner.invoices().summary().get().balanceAmount());
    }
  }

  private static void print(Runnable call) {
    try {
      call.run();
    } catch (PartnerException e) {
      System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
    }
  }
}
