package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.IPartner;
import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.models.ExportManifest;
import io.partnercenter.models.ManifestBlob;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.PartnerServer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests that name some of their files, and an address where the others are named. */
@DisplayName("C61: a manifest that names a next page of its files is read to its last page")
class ManifestPagesTest {
  private static final String BILLING = "/graph/v1.0/reports/partners/billing";
  private static final String FIRST =
      "{\"id\":\"m-1\",\"eTag\":\"data-1\",\"rootDirectory\":\"STORAGE\",%s\"blobs\":[%s]}";

  private final ExportServer server = new ExportServer().rows(1, 3).rows(4, 6).rows(7, 9);
  private final PartnerServer elsewhere = new PartnerServer();
  private final IPartner partner = server.partner();

  @AfterEach
  void close() {
    server.close();
    elsewhere.close();
  }

  private ExportManifest manifest() {
    return partner.exports().billedReconciliation("G1").start().await();
  }

  /** The first page, with {@code fields} in front of its files. */
  private String first(String fields, int... files) {
    return FIRST
        .formatted(fields.isEmpty() ? "" : fields + ",", blobs(files))
        .replace("STORAGE", server.storage());
  }

  private static String blobs(int... files) {
    return Arrays.stream(files)
        .mapToObj(file -> "{\"name\":\"part-" + file + ".json.gz\"}")
        .collect(Collectors.joining(","));
  }

  private String link(String token) {
    return "\"blobs@odata.nextLink\":\"" + server.graphUrl() + "/pages?$skiptoken=" + token + "\"";
  }

  /** The manifest of the server without its count and the files behind the first. */
  private String onlyFirst(String manifest) {
    String start =
        manifest.substring(0, manifest.indexOf("\"blobs\"")).replaceFirst("\"blobCount\":3,", "");
    return start + "\"blobs\":[" + blobs(0) + "]," + link("b") + "}";
  }

  /** The place of a result with {@code manifest} in it. */
  private void inline(String manifest) {
    server.location = signed -> "\"resourceLocation\":" + manifest;
  }

  /** Answers a request whose address ends like that with {@code json}, and others as always. */
  private void answers(String end, String json) {
    var before = server.instead;
    server.instead =
        request ->
            request.getTarget().endsWith(end)
                ? PartnerServer.json(200, json).build()
                : before.apply(request);
  }

  @Test
  void theFilesOfAllPagesAreRead() {
    server.location = manifest -> "\"resourceLocation\":" + onlyFirst(manifest);
    answers(
        "skiptoken=b", "{\"value\":[" + blobs(1) + "]," + link("c").replace("blobs@", "@") + "}");
    answers("skiptoken=c", "{\"blobs\":[" + blobs(2) + "]}");

    assertThat(ExportServer.read(partner, 1))
        .containsExactlyElementsOf(ExportServer.skuNames(1, 9));
  }

  @Test
  void soAreTheFilesOfAManifestThatIsAskedFor() {
    inline("{\"id\":\"m-1\"}");
    answers("/manifests/m-1", first(link("b"), 0));
    answers("skiptoken=b", "{\"value\":[" + blobs(1, 2) + "]}");

    assertThat(manifest().blobs())
        .extracting(ManifestBlob::name)
        .containsExactly("part-0.json.gz", "part-1.json.gz", "part-2.json.gz");
  }

  @Test
  void aFreshSignatureComesWithAllPagesToo() {
    server.requestsPerSignature = 1;
    server.location = manifest -> "\"resourceLocation\":" + onlyFirst(manifest);
    server.instead =
        request ->
            request.getTarget().contains("/manifests/")
                ? new MockResponse.Builder().code(404).build()
                : null;
    answers("skiptoken=b", "{\"value\":[" + blobs(1, 2) + "]}");

    assertThat(ExportServer.read(partner, 1)).hasSize(9);
    assertThat(server.requests("skiptoken").size())
        .isEqualTo(server.requests("/operations/").size())
        .isGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BASE/manifests(%27m-1%27)/blobs?$skiptoken=b",
        "USER/manifests/m-1/blobs?$skiptoken=b#top",
        "PATH/manifests/m-1/blobs?$skiptoken=b",
        "../manifests/m-1/blobs?$skiptoken=b",
        "?$skiptoken=b"
      })
  void theLinkIsFollowedAsItIsWithTheToken(String form) {
    String billing = server.graphUrl() + "/reports/partners/billing";
    String next =
        form.replace("USER", billing.replace("://", "://user:hunter2@"))
            .replace("BASE", billing)
            .replace("PATH", BILLING);
    inline(first("\"blobs@odata.nextLink\":\"" + next + "\"", 0));
    answers("$skiptoken=b", "{\"value\":[" + blobs(1) + "]}");

    assertThat(manifest().blobs()).hasSize(2);
    RecordedRequest page = server.requests("skiptoken").get(0);
    assertThat(page.getTarget()).startsWith(BILLING).endsWith("?$skiptoken=b");
    assertThat(page.getHeaders().get("Authorization")).isEqualTo("Bearer hunter2-graph");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@odata.nextLink", "blobs@nextLink", "@nextLink", "Blobs@OData.NextLink"})
  void theLinkIsFoundUnderOtherNames(String name) {
    inline(first(link("b").replace("blobs@odata.nextLink", name), 0));
    answers("skiptoken=b", "{\"value\":[" + blobs(1) + "]}");

    ExportManifest manifest = manifest();

    assertThat(manifest.blobs()).hasSize(2);
    assertThat(manifest.additionalProperties()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \""})
  void aLinkThatIsBlankIsTheEnd(String link) {
    inline(first("\"blobs@odata.nextLink\":" + link, 0, 1));

    assertThat(manifest().blobs()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ELSEWHEREgraph/v1.0/reports/x?sig=hunter2",
        "//evil.example/graph/v1.0/x?sig=hunter2",
        "http://127.0.0.1:1/graph/v1.0/x?sig=hunter2",
        "https://127.0.0.1/graph/v1.0/x?sig=hunter2",
        "/graph/v1.0x/y?sig=hunter2",
        "/v1.0/x?sig=hunter2",
        "../../../../../secrets?sig=hunter2",
        "mailto:x"
      })
  void aLinkThatLeadsElsewhereIsAnErrorAndIsNotFollowed(String form) {
    String next = form.replace("ELSEWHERE", elsewhere.baseUrl().toString());
    inline(first("\"blobs@odata.nextLink\":\"" + next + "\"", 0));

    assertThatThrownBy(this::manifest)
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("whose next page of files is not at the service")
        .hasMessageNotContaining("hunter2");
    assertThat(server.requests()).hasSize(2);
    assertThat(elsewhere.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "7", "true"})
  void aLinkThatIsNoneIsAnError(String link) {
    inline(first("\"blobs@odata.nextLink\":" + link, 0));

    assertThatThrownBy(this::manifest)
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("a next page of files without its address");
  }

  @Test
  void pagesThatRepeatAreAnError() {
    inline(first(link("b"), 0));
    answers("skiptoken=b", "{\"value\":[]," + link("c") + "}");
    answers("skiptoken=c", "{\"value\":[]," + link("b") + "}");

    assertThatThrownBy(this::manifest)
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("whose pages of files repeat");
    assertThat(server.requests("skiptoken")).hasSize(2);
  }

  @Test
  void pagesWithoutEndAreAnError() {
    AtomicInteger page = new AtomicInteger();
    inline(first(link("0"), 0));
    server.instead =
        request ->
            request.getTarget().contains("skiptoken")
                ? PartnerServer.json(
                        200, "{\"value\":[]," + link(String.valueOf(page.incrementAndGet())) + "}")
                    .build()
                : null;

    assertThatThrownBy(this::manifest)
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("more than 1000 pages of files");
    assertThat(page).hasValueLessThan(1100);
  }

  @ParameterizedTest
  @CsvSource({"blobCount, 2", "blobCount, 4", "blobs@odata.count, 4", "@odata.count, 1"})
  void aCountIsHeldAgainstTheFilesOfAllPages(String name, int count) {
    inline(first("\"" + name + "\":" + count + "," + link("b"), 0));
    answers("skiptoken=b", "{\"value\":[" + blobs(1, 2) + "]}");

    assertThatThrownBy(this::manifest)
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("a manifest of " + count + " files that names 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"blobCount", "blobs@odata.count", "@odata.count"})
  void aCountThatFitsIsNoError(String name) {
    inline(first("\"" + name + "\":3," + link("b"), 0));
    answers("skiptoken=b", "{\"value\":[" + blobs(1, 2) + "]}");

    assertThat(manifest().blobs()).hasSize(3);
  }

  @Test
  void aCountWithoutANextPageIsHeldAgainstTheFilesToo() {
    inline(first("\"blobs@odata.count\":3", 0));

    assertThatThrownBy(this::manifest)
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("a manifest of 3 files that names 1");
  }

  @Test
  void aManifestMayLeaveAllItsFilesToTheNextPage() {
    inline("{\"id\":\"m-1\"}");
    answers("/manifests/m-1", first(link("b")).replace(",\"blobs\":[]", ""));
    answers("skiptoken=b", "{\"value\":[" + blobs(0, 1) + "]}");

    assertThat(manifest().blobs()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"value\":{}}",
        "{\"value\":null}",
        "{\"error\":{\"code\":\"x\"}}",
        "{\"value\":[{\"name\":\"part-0.json.gz\"}]}",
        "{\"value\":[null]}",
        "{\"value\":[7]}",
        "{\"eTag\":\"data-2\",\"value\":[]}",
        "{\"rootDirectory\":\"https://evil.example/x\",\"value\":[]}"
      })
  void aPageThatDoesNotFitIsAnError(String page) {
    inline(first(link("b"), 0));
    answers("skiptoken=b", page);

    assertThatThrownBy(this::manifest).isInstanceOf(PartnerDataException.class);
  }

  @Test
  void aPageThatIsRefusedFailsTheExport() {
    inline(first(link("b"), 0));
    server.instead =
        request ->
            request.getTarget().contains("skiptoken")
                ? new MockResponse.Builder().code(400).build()
                : null;

    assertThatThrownBy(() -> ExportServer.read(partner, 1)).hasMessageContaining("400");
  }
}
