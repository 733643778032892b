package smoke;

import io.partnercenter.IPartner;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.invoices.InvoiceQuery;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.InvoiceSummary;
import java.net.URI;
import java.util.stream.Stream;

/** What a program on the module path does: it requires one module, and its calls work. */
public final class Smoke {
  public static void main(String[] args) {
    try (IPartner partner =
        IPartner.builder()
            .baseUrl(URI.create(args[0]))
            .credentials(PartnerCredentials.bearer(() -> "hunter2"))
            .build()) {
      InvoiceSummary balance = partner.invoices().summary().get();
      try (Stream<Invoice> invoices = partner.invoices().query(InvoiceQuery.all()).stream()) {
        System.out.println(balance.balanceAmount() + " " + invoices.map(Invoice::id).toList());
      }
    }
    System.out.println(IPartner.class.getModule() + " " + okhttp3.Request.class.getModule());
  }
}
