package io.partnercenter.exports;

import io.partnercenter.IPartner;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.FakeTime;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A job with little memory. Prints how many rows each export had, and what has become of it. */
final class HugeFilesJob {
  private HugeFilesJob() {}

  public static void main(String[] args) {
    for (String graph : args) System.out.println(outcome(URI.create(graph)));
  }

  private static String outcome(URI graph) {
    AtomicLong rows = new AtomicLong();
    try (IPartner partner =
            TimedPartners.builder(new FakeTime().timing())
                .baseUrl(graph)
                .graphUrl(graph)
                .credentials(PartnerCredentials.bearer(() -> "hunter2-graph"))
                .build();
        Stream<ReconciliationRecord> all =
            partner
                .exports()
                .billedReconciliation("G1")
                .with(ExportOptions.defaults().parallelBlobs(2))
                .stream()) {
      all.forEach(row -> rows.incrementAndGet());
      return rows + " rows";
    } catch (PartnerException e) {
      return rows + " rows, then " + e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }
}
