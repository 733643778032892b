package io.partnercenter.documents;

import io.partnercenter.IPartner;
import io.partnercenter.RequestOptions;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.models.DownloadedFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** One download in a process of its own, with as little memory or disk as its test gives it. */
final class DownloadJob {
  private DownloadJob() {}

  public static void main(String[] args) {
    try (IPartner partner =
        IPartner.builder()
            .baseUrl(URI.create(args[0]))
            .credentials(PartnerCredentials.bearer(() -> "hunter2"))
            .build()) {
      DownloadedFile file =
          partner
              .with(RequestOptions.defaults().timeout(Duration.ofMinutes(5)))
              .invoices()
              .byId("G1")
              .statement()
              .downloadTo(Path.of(args[1]));
      System.out.println(file.bytes() + " bytes");
    }
  }
}
