package io.partnercenter.console;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.PartnerCloud;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.EmulatorBuilder;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service that the commands talk to: a tenant, or on request an emulator. */
final class Connection implements AutoCloseable {
  private static final String GUID = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

  private final IPartner partner;
  private final @Nullable Emulator emulator;

  private Connection(IPartner partner, @Nullable Emulator emulator) {
    this.partner = partner;
    this.emulator = emulator;
  }

  static Connection toTenant(Shell shell, PartnerCredentials credentials, boolean verbose) {
    Variables variables = new Variables(shell.environment());
    PartnerCloud cloud = variables.cloud();
    URI baseUrl = variables.baseUrl();
    String tenant = variables.find(Variables.TENANT);
    PartnerBuilder builder = builder(shell, verbose).cloud(cloud).credentials(credentials);
    if (baseUrl != null) builder.baseUrl(baseUrl);
    URI graphUrl = variables.graphUrl();
    if (graphUrl != null) builder.graphUrl(graphUrl);
    // By one of its domains it can be signed in to, but not be known again in a token.
    if (tenant != null && tenant.matches(GUID)) builder.tenantId(tenant);

    Connection connection = new Connection(shell.settings().apply(builder).build(), null);
    shell.notes().line("Talking to " + (baseUrl != null ? baseUrl : cloud.baseUrl()));
    return connection;
  }

  /** Uses no variable: made-up data must not depend on what happens to be set. */
  static Connection toEmulator(
      Shell shell, @Nullable Long seed, @Nullable Long rows, boolean verbose) {
    EmulatorBuilder options = Emulator.builder();
    if (seed != null) options.seed(seed);
    if (rows != null) options.rows(rows);
    Emulator emulator = options.start();
    PartnerBuilder builder =
        builder(shell, verbose)
            .baseUrl(emulator.baseUrl())
            .graphUrl(emulator.graphUrl())
            .credentials(PartnerCredentials.bearer(emulator::token));

    shell.notes().line("Made-up data (--demo): talking to an emulator on " + emulator.baseUrl());
    List<String> unused = new Variables(shell.environment()).all();
    if (!unused.isEmpty()) {
      shell.notes().line("Set but not used because of --demo: " + String.join(", ", unused));
    }
    return new Connection(shell.settings().apply(builder).build(), emulator);
  }

  private static PartnerBuilder builder(Shell shell, boolean verbose) {
    PartnerBuilder builder =
        IPartner.builder().applicationName("partner-console/" + Version.number());
    if (verbose) builder.listener(new AttemptLog(shell.notes()));
    return builder;
  }

  IPartner partner() {
    return partner;
  }

  @Override
  public void close() {
    partner.close();
    if (emulator != null) emulator.close();
  }
}
