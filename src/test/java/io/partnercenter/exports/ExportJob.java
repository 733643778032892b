package io.partnercenter.exports;

import io.partnercenter.IPartner;
import io.partnercenter.TimedPartners;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.FakeTime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A job in a process of its own, to be killed: it stores the handle first, and then the files. */
final class ExportJob {
  private ExportJob() {}

  public static void main(String[] args) throws IOException {
    URI graph = URI.create(args[0]);
    Path folder = Path.of(args[1]);
    try (IPartner partner =
        TimedPartners.builder(new FakeTime().timing())
            .baseUrl(graph)
            .graphUrl(graph)
            .credentials(PartnerCredentials.bearer(() -> "hunter2-graph"))
            .build()) {
      export(partner, folder.resolve("handle")).downloadTo(folder.resolve("files"));
    }
  }

  private static RunningExport<ReconciliationRecord> export(IPartner partner, Path handle)
      throws IOException {
    ExportOperations<ReconciliationRecord> export = partner.exports().billedReconciliation("G1");
    if (Files.exists(handle)) return export.pickUp(new ExportHandle(Files.readString(handle)));
    RunningExport<ReconciliationRecord> started = export.start();
    Files.writeString(handle, started.handle().value());
    return started;
  }
}
