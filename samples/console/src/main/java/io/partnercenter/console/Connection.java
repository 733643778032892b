package io.partnercenter.console;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.PartnerCloud;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.EmulatorBuilder;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom the commands talk to: a tenant if a variable leads to one, else an emulator. */
final class Connection implements AutoCloseable {
  private static final String GUID = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

  private final IPartner partner;
  private final @Nullable Emulator emulator;

  private Connection(IPartner partner, @Nullable Emulator emulator) {
    this.partner = partner;
    this.emulator = emulator;
  }

  static Connection open(Shell shell, @Nullable Long seed, @Nullable Long rows, boolean verbose) {
    Variables variables = new Variables(shell.environment());
    Optional<String> tenants = variables.any();
    if (tenants.isEmpty()) return toEmulator(shell, seed, rows, verbose);
    if (seed != null || rows != null) {
      throw new IllegalArgumentException(
          "--seed and --rows are the emulator's, and " + tenants.get() + " says to ask a tenant");
    }
    return toTenant(shell, variables, SignInMethod.of(shell).credentials(), verbose);
  }

  static Connection toTenant(
      Shell shell, Variables variables, PartnerCredentials credentials, boolean verbose) {
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
    shell.err().println("Talking to " + (baseUrl != null ? baseUrl : cloud.baseUrl()));
    return connection;
  }

  private static Connection toEmulator(
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

    shell.err().println("No PARTNER_TOKEN set: talking to an emulator on " + emulator.baseUrl());
    return new Connection(shell.settings().apply(builder).build(), emulator);
  }

  private static PartnerBuilder builder(Shell shell, boolean verbose) {
    PartnerBuilder builder =
        IPartner.builder().applicationName("partner-console/" + Version.number());
    if (verbose) builder.listener(new AttemptLog(shell.err()));
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
