package io.partnercenter.console;

import io.partnercenter.IPartner;
import io.partnercenter.PartnerBuilder;
import io.partnercenter.PartnerCloud;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.EmulatorBuilder;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom the commands talk to: a tenant if there is a token for it, else an emulator. */
final class Connection implements AutoCloseable {
  private static final String TOKEN = "PARTNER_TOKEN";
  private static final String CLOUD = "PARTNER_CLOUD";
  private static final String BASE_URL = "PARTNER_BASE_URL";

  private final IPartner partner;
  private final @Nullable Emulator emulator;

  private Connection(IPartner partner, @Nullable Emulator emulator) {
    this.partner = partner;
    this.emulator = emulator;
  }

  static Connection open(Shell shell, @Nullable Long seed, @Nullable Long rows, boolean verbose) {
    PartnerBuilder builder =
        IPartner.builder().applicationName("partner-console/" + Version.number());
    if (verbose) builder.listener(new AttemptLog(shell.err()));
    if (!isForTenant(shell.environment())) return toEmulator(shell, builder, seed, rows);

    if (seed != null || rows != null) {
      throw new IllegalArgumentException(
          "--seed and --rows are the emulator's, and " + TOKEN + " says to ask a tenant");
    }
    return toTenant(shell, builder);
  }

  IPartner partner() {
    return partner;
  }

  @Override
  public void close() {
    partner.close();
    if (emulator != null) emulator.close();
  }

  /** Who meant a tenant must not be shown made-up figures because the token got lost. */
  private static boolean isForTenant(Map<String, String> environment) {
    String token = environment.get(TOKEN);
    if (token != null && token.isBlank()) {
      throw new NoTokenException(TOKEN + " is set, but there is nothing in it");
    }
    for (String name : List.of(BASE_URL, CLOUD)) {
      if (token == null && environment.containsKey(name)) {
        throw new NoTokenException(name + " is set, but " + TOKEN + " is not");
      }
    }
    return token != null;
  }

  private static Connection toTenant(Shell shell, PartnerBuilder builder) {
    Map<String, String> environment = shell.environment();
    String token = environment.getOrDefault(TOKEN, "").strip();
    String baseUrl = environment.get(BASE_URL);
    PartnerCloud cloud = cloud(environment.getOrDefault(CLOUD, "global"));
    builder.cloud(cloud).credentials(PartnerCredentials.bearer(() -> token));
    if (baseUrl != null) builder.baseUrl(URI.create(baseUrl));

    Connection connection = new Connection(shell.settings().apply(builder).build(), null);
    shell.err().println("Talking to " + (baseUrl != null ? baseUrl : cloud.baseUrl()));
    return connection;
  }

  private static Connection toEmulator(
      Shell shell, PartnerBuilder builder, @Nullable Long seed, @Nullable Long rows) {
    EmulatorBuilder options = Emulator.builder();
    if (seed != null) options.seed(seed);
    if (rows != null) options.rows(rows);
    Emulator emulator = options.start();
    builder.baseUrl(emulator.baseUrl()).credentials(PartnerCredentials.bearer(emulator::token));

    shell.err().println("No PARTNER_TOKEN set: talking to an emulator on " + emulator.baseUrl());
    return new Connection(shell.settings().apply(builder).build(), emulator);
  }

  private static PartnerCloud cloud(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT).replace('_', '-')) {
      case "global" -> PartnerCloud.GLOBAL;
      case "us-government" -> PartnerCloud.US_GOVERNMENT;
      case "china" -> PartnerCloud.CHINA;
      default ->
          throw new IllegalArgumentException(
              CLOUD + " is global, us-government or china, not \"" + name + "\"");
    };
  }
}
