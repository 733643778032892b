package smoke;

import io.partnercenter.IPartner;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.exports.ExportFolder;
import io.partnercenter.exports.ExportHandle;
import io.partnercenter.exports.ExportOperations;
import io.partnercenter.invoices.InvoiceQuery;
import io.partnercenter.invoices.PagedOperations;
import io.partnercenter.models.Cursor;
import io.partnercenter.models.Invoice;
import io.partnercenter.models.ReconciliationRecord;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What is stored and read again, which takes more of Jackson than answers do. */
public final class Export {
  public static void main(String[] args) {
    URI service = URI.create(args[0]);
    try (IPartner partner =
        IPartner.builder()
            .baseUrl(service)
            .graphUrl(service)
            .credentials(PartnerCredentials.bearer(() -> "hunter2-graph"))
            .build()) {
      ExportOperations<ReconciliationRecord> export = partner.exports().billedReconciliation("G1");
      ExportHandle handle = new ExportHandle(export.start().handle().value());
      ExportFolder<ReconciliationRecord> folder = export.pickUp(handle).downloadTo(Path.of(args[1]));
      try (Stream<ReconciliationRecord> rows = folder.stream()) {
        System.out.println(rows.map(ReconciliationRecord::skuName).toList());
      }
      PagedOperations<Invoice> invoices = partner.invoices().query(InvoiceQuery.all().size(1));
      Cursor next = invoices.get().next();
      System.out.println(invoices.from(new Cursor(next.value())).get().items().size());
    }
  }
}
