package io.partnercenter.campaigns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercenter.IPartner;
import io.partnercenter.RetryOptions;
import io.partnercenter.TimedPartners;
import io.partnercenter.campaigns.Wire.Place;
import io.partnercenter.credentials.PartnerCredentials;
import io.partnercenter.errors.PartnerException;
import io.partnercenter.errors.PartnerServiceException;
import io.partnercenter.exports.RunningExport;
import io.partnercenter.testing.Campaign;
import io.partnercenter.testing.FakeTime;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same with answers that are no records: refusals, exports under way, and tokens. */
@Timeout(300)
class OtherAnswersTest {
  private static final int TRIALS = 10_000;
  private static final int LONGEST_MESSAGE = 2_000;
  private static final int[] REFUSALS = {400, 401, 403, 404, 409, 429, 500, 503};
  private static final String OPERATION =
      """
      {"id":"op-1","status":"succeeded","createdDateTime":"2024-10-05T08:09:10.123Z",
      "lastActionDateTime":"2024-10-05T08:10:10Z","error":{"code":"5000","message":"No data"},
      "resourceLocation@odata.navigationLink":"https://graph.microsoft.com/v1.0/manifests/m-1",
      "resourceLocation":%s}
      """;
  private static final String MANIFEST =
      """
      {"id":"m-1","schemaVersion":"2","dataFormat":"compressedJSONLines",
      "createdDateTime":"2024-10-05T08:09:10Z","eTag":"data-1","partnerTenantId":"t-1",
      "rootDirectory":"https://x.blob.core.windows.net/data","sasToken":"sv=2021&sig=S3cr3t",
      "partitionType":"default","blobCount":2,"blobs":[
      {"name":"part-0.json.gz","partitionValue":"default","sizeInBytes":120,"itemCount":3},
      {"name":"part-1.json.gz","partitionValue":"default"}]}
      """;
  private static final String CLAIMS =
      """
      {"aud":"https://api.partnercenter.microsoft.com","iss":"https://sts.windows.net/t-1/",
      "tid":"t-1","exp":4102444800,"idtyp":"app","appidacr":"1","scp":"user_impersonation"}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":900420,\"description\":\"no\",\"data\":[],\"source\":\"PartnerFD\"}",
        "{\"error\":{\"code\":\"x\",\"message\":\"y\",\"target\":\"z\",\"innererror\":{\"a\":1}}}",
        "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS1\",\"error_codes\":[1]}",
        "{\"Message\":\"m\",\"MessageDetail\":\"d\",\"ModelState\":{\"size\":[\"s\"]}}",
        "{\"statusCode\":429,\"message\":\"Rate limit is exceeded. Try again in 57 seconds.\"}",
      })
  @DisplayName("C19, C20, C48: whatever comes with a refusal, it is a refusal")
  void whateverComesWithARefusalItIsARefusal(String body) {
    Wire wire = new Wire(Place.SERVICE);
    Campaign.run(
        "mutations of a refusal that says " + body.substring(0, 12),
        TRIALS,
        seed -> {
          int status = REFUSALS[(int) (seed % REFUSALS.length)];
          wire.answers(status, mutated(body, seed));
          try (IPartner partner = partner(wire, "token")) {
            partner.invoices().summary().get();
            throw new AssertionError("a refusal passed for an answer");
          } catch (PartnerServiceException e) {
            assertThat(e.statusCode()).isEqualTo(status);
            assertThat(e.getMessage().length()).isLessThan(LONGEST_MESSAGE);
          }
        });
  }

  @Test
  @DisplayName("C19, C48: whatever is said of an export under way, it is read or refused")
  void whateverIsSaidOfAnExportItIsReadOrRefused() {
    String operation = OPERATION.formatted(MANIFEST);
    read("export operations", operation, Place.OPERATION, p -> export(p).status());
    read("results of exports", operation, Place.OPERATION, OtherAnswersTest::await);
    read("manifests", MANIFEST, Place.MANIFEST, OtherAnswersTest::await);
    String started = "{\"id\":\"op-1\",\"status\":\"running\"}";
    read("exports that begin", started, Place.EXPORT_START, p -> export(p).status());
  }

  @Test
  @DisplayName("C6, C48: whatever a token says of itself, it is sent or refused")
  void whateverATokenSaysOfItselfItIsSentOrRefused() {
    Wire wire = new Wire(Place.SERVICE);
    wire.answers("{}".getBytes(UTF_8));
    Campaign.run(
        "mutations of tokens",
        TRIALS,
        seed -> {
          String claims =
              Base64.getUrlEncoder().withoutPadding().encodeToString(mutated(CLAIMS, seed));
          String token = "eyJhbGciOiJSUzI1NiJ9." + claims + ".c2lnbmF0dXJl";
          try (IPartner partner = partner(wire, token)) {
            expect(partner, p -> p.invoices().summary().get());
          }
        });
  }

  private static RunningExport<?> export(IPartner partner) {
    return partner.exports().billedReconciliation("G1").start();
  }

  private static Record await(IPartner partner) {
    return export(partner).await(Duration.ofMinutes(1));
  }

  private static void read(String what, String body, Place place, Function<IPartner, Record> call) {
    Wire wire = new Wire(place);
    Campaign.run(
        "mutations of " + what,
        TRIALS,
        seed -> {
          wire.answers(mutated(body, seed));
          try (IPartner partner = partner(wire, "token")) {
            expect(partner, call);
          }
        });
  }

  /**
   * What it claims is that nothing else comes out of the call, and that all of it can be printed.
   */
  private static void expect(IPartner partner, Function<IPartner, Record> call) {
    try {
      assertThat(call.apply(partner).toString()).isNotEmpty();
    } catch (PartnerException e) {
      assertThat(e.getMessage().length()).isLessThan(LONGEST_MESSAGE);
    }
  }

  private static byte[] mutated(String body, long seed) {
    return Mutation.apply(Mutation.some(new Random(seed)), Node.of(body.getBytes(UTF_8)));
  }

  /** Its time only passes while it sleeps. */
  private static IPartner partner(Wire wire, String token) {
    return TimedPartners.builder(new FakeTime().timing())
        .transport(wire)
        .credentials(PartnerCredentials.bearer(() -> token))
        .retry(RetryOptions.none())
        .executor(Runnable::run)
        .build();
  }
}
