package io.partnercenter;

import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.testing.Answers;
import java.net.URI;
import java.nio.charset.Charset;

/** Reads letters beyond ASCII in a program whose own charset is not that of the service. */
final class CharsetJob {
  private CharsetJob() {}

  public static void main(String[] args) {
    System.out.println("charset " + Charset.defaultCharset());
    try (IPartner partner =
        IPartner.builder()
            .baseUrl(URI.create(args[0]))
            .credentials(PartnerCredentials.bearer(() -> "hunter2"))
            .build()) {
      print(partner.invoices().byId("Zürich €").lineItems(Answers.ROWS).get().items().get(0));
      partner.invoices().byId("G1").get();
    } catch (PartnerServiceException e) {
      print(e.description());
    }
  }

  /** In ASCII, so that what is printed does not depend on the charset either. */
  private static void print(Object value) {
    StringBuilder ascii = new StringBuilder();
    value
        .toString()
        .chars()
        .forEach(c -> ascii.append(c < 128 ? "" + (char) c : "\\u%04x".formatted(c)));
    System.out.println(ascii);
  }
}
