package io.partnercenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.EmulatorRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signs in to a tenant that the variables lead to, and asks it. */
final class TenantEndToEndTest {
  private static final String PASSWORD = " p4ss word ";

  /** MSAL remembers for the whole process which refresh tokens are no longer good. */
  private static final AtomicLong SEEDS = new AtomicLong();

  private final Emulator emulator =
      Emulator.builder()
          .seed(SEEDS.incrementAndGet())
          .rows(5)
          .strictRotation(true)
          .devicePolls(3)
          .start();

  @TempDir Path folder;

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void appSignsInWithItsSecret() {
    Run run = run(secret(), "summary");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).startsWith("Talking to " + emulator.baseUrl());
    assertThat(emulator.tokenRequests()).isEqualTo(1);
  }

  @Test
  void appSignsInWithItsCertificate() throws Exception {
    storeCertificate("partner.p12");

    Run run =
        run(
            Map.of("PARTNER_CERTIFICATE", "partner.p12", "PARTNER_CERTIFICATE_PASSWORD", PASSWORD),
            "summary");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out() + run.err()).doesNotContain(PASSWORD.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"invoice G", "summaries", "statement G", "receipt G R"})
  void appByItselfIsToldThatItTakesAUser(String command) {
    Run run = run(secret(), command.replace("G", modernInvoice()).split(" "));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.complaints())
        .singleElement()
        .asString()
        .contains("403", "900329", "app+user, set PARTNER_REFRESH_TOKEN_FILE");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void appAndUserHaveANewRefreshTokenForEveryRun() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), emulator.refreshToken() + "\n");
    String first = Files.readString(file);

    Run one = run(appAndUser(), "invoice", modernInvoice());
    String second = Files.readString(file);
    Run two = run(appAndUser(), "summaries");
    String third = Files.readString(file);

    assertThat(List.of(one.exitCode(), two.exitCode())).as(one.err() + two.err()).containsOnly(0);
    assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    assertThat(emulator.tokenRequests()).isEqualTo(2);
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
    assertOwnersOnly(file);
  }

  @Test
  void refreshTokenIsStoredBeforeAnythingElseIsAsked() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), emulator.refreshToken());
    String first = Files.readString(file);

    Run run = run(appAndUser(), "invoice", "G999999999");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(Files.readString(file)).isNotBlank().isNotEqualTo(first);
  }

  @Test
  void personSignsInOnAnotherDevice() {
    Run run = run(Map.of(), "sign-in", "--format", "csv");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.complaints().get(0))
        .matches(
            "To sign in, open https://microsoft.com/devicelogin on any device, and enter the code"
                + " \\w{9} within 15 minutes. Waiting ...");
    assertThat(Read.csv(run.out()))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("user")).contains("@");
              assertThat(row.get("app")).isEqualTo(emulator.clientId());
              assertThat(row.get("tenant")).isEqualTo(emulator.tenantId());
              assertThat(row.get("goodFor")).isEqualTo("https://api.partnercenter.microsoft.com");
              assertThat(row.get("secondFactor")).isEqualTo("true");
              assertThat(row.get("until")).endsWith("Z");
            });
    assertThat(emulator.tokenRequests()).as("three in vain, and one").isEqualTo(4);
  }

  @Test
  void nothingIsStoredUnlessItIsSaidWhere() {
    Run run = run(Map.of(), "sign-in");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.complaints())
        .last()
        .isEqualTo("Nothing has been stored; --store FILE keeps the refresh token.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void storedRefreshTokenIsGoodForLaterRuns() throws IOException {
    Run signIn = run(Map.of(), "sign-in", "--store", "token");
    Run later = run(Map.of("PARTNER_REFRESH_TOKEN_FILE", "token"), "invoice", modernInvoice());

    assertThat(signIn.complaints())
        .last()
        .asString()
        .startsWith("Stored a refresh token in " + folder.resolve("token") + ". Whoever has it ");
    assertThat(later.exitCode()).as(later.err()).isZero();
    assertOwnersOnly(folder.resolve("token"));
  }

  @Test
  void nobodyIsAskedForACodeWhileAProgramRunsUnattended() {
    run(Map.of(), "sign-in", "--store", "token");
    emulator.expireRefreshTokens();

    Run run = run(Map.of("PARTNER_REFRESH_TOKEN_FILE", "token"), "summary");

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.complaints())
        .singleElement()
        .asString()
        .contains("is not good; sign-in --store gets another")
        .doesNotContain("Exception");
  }

  @Test
  void refusedSignInIsSix() {
    Run run = run(Map.of("PARTNER_CLIENT_SECRET", "wr0ng secret"), "summary");

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.complaints())
        .singleElement()
        .asString()
        .contains("AADSTS7000215")
        .doesNotContain("wr0ng");
  }

  @Test
  @DisplayName("C49: no secret is in any output, however verbose")
  void secretsAreInNoOutput() throws IOException {
    StringBuilder said = new StringBuilder();
    said.append(run(secret(), "-v", "summary")).append(run(secret(), "-v", "summaries"));
    said.append(run(Map.of(), "-v", "sign-in", "--store", "token"));
    String stored = Files.readString(folder.resolve("token")).strip();
    said.append(run(appAndUser(), "-v", "invoices", "--format", "json"));
    said.append(run(appAndUser(), "-v", "invoice", "G999999999"));

    assertThat(said.toString())
        .contains("403", "404", "To sign in")
        .doesNotContain(emulator.clientSecret(), stored)
        .doesNotContain(Files.readString(folder.resolve("token")).strip());
    assertThat(bearers()).isNotEmpty();
    for (String token : bearers()) assertThat(said.toString()).doesNotContain(token);
  }

  /** The tokens that the service has been shown. */
  private List<String> bearers() {
    return emulator.requests().stream()
        .map((EmulatorRequest request) -> request.header("Authorization"))
        .filter(Objects::nonNull)
        .map(header -> header.replace("Bearer ", ""))
        .distinct()
        .toList();
  }

  private Run run(Map<String, String> variables, String... arguments) {
    return Run.signingIn(emulator, folder, variables, arguments);
  }

  private Map<String, String> secret() {
    return Map.of("PARTNER_CLIENT_SECRET", emulator.clientSecret());
  }

  private Map<String, String> appAndUser() {
    Map<String, String> variables = new HashMap<>(secret());
    variables.put("PARTNER_REFRESH_TOKEN_FILE", "token");
    return variables;
  }

  private String modernInvoice() {
    return emulator.tenant().modernInvoices().get(0).id();
  }

  private void storeCertificate(String name) throws Exception {
    HeldCertificate held = new HeldCertificate.Builder().rsa2048().build();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "partner",
        held.keyPair().getPrivate(),
        PASSWORD.toCharArray(),
        new Certificate[] {held.certificate()});
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      store.store(out, PASSWORD.toCharArray());
    }
  }

  private static void assertOwnersOnly(Path file) throws IOException {
    Assumptions.assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"));
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
