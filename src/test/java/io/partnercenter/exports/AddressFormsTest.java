package io.partnercenter.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnercenter.errors.PartnerDataException;
import io.partnercenter.models.ReconciliationRecord;
import io.partnercenter.testing.ExportServer;
import io.partnercenter.testing.PartnerServer;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of operations and manifests, in every form that OData has for them. */
@DisplayName("C60: an operation or a manifest is found, whatever the form of its address")
class AddressFormsTest {
  private static final String BILLING = "/graph/v1.0/reports/partners/billing";
  private static final String OPERATION = BILLING + "/operations/" + ExportServer.ID;

  private final ExportServer server = new ExportServer().rows(1, 3);

  @AfterEach
  void close() {
    server.close();
  }

  private RunningExport<ReconciliationRecord> started() {
    return server.partner().exports().billedReconciliation("G1").start();
  }

  /** Answers requests for exports with that header, or none, and that body. */
  private void starts(MockResponse.Builder response) {
    server.instead = request -> request.getTarget().endsWith("/export") ? response.build() : null;
  }

  private static MockResponse.Builder accepted(String header, String address) {
    return new MockResponse.Builder().code(202).addHeader(header, address);
  }

  /** The form with the service's address and the id, where it has BASE and ID. */
  private String address(String form) {
    return form.replace("BASE", server.graphUrl() + "/reports/partners/billing")
        .replace("ID", ExportServer.ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BASE/operations/ID",
        "BASE/operations/ID/",
        "BASE//operations//ID",
        "BASE/operations/ID?$select=status#top",
        "BASE/operations/ID/resourceLocation",
        "BASE/operations/ID/microsoft.graph.partners.billing.runningOperation",
        "BASE/operations('ID')",
        "BASE/operations('ID')/",
        "BASE/operations('ID')?api-version=1",
        "BASE/operations('ID')/resourceLocation",
        "BASE/operations(ID)",
        "BASE/operations(%27ID%27)",
        "BASE/operations%28%27ID%27%29",
        "BASE/operations(id='ID')",
        "BASE/operations(guid'ID')",
        "BASE/Operations('ID')",
        "operations/ID",
        "operations('ID')",
        "../operations('ID')?x=1",
        "/v1.0/reports/partners/billing/operations('ID')",
        "https://evil.example/v1.0/reports/partners/billing/operations('ID')",
        "//evil.example/operations/ID",
        "https://gateway.example/operations/v1.0/reports/partners/billing/operations('ID')",
        "https://host.example/v1/billingoperations/ID",
        "https://host.example/jobs/ID",
        "ID"
      })
  void theIdOfAnOperationIsFound(String form) {
    starts(accepted("Location", address(form)));

    assertThat(started().status().id()).isEqualTo(ExportServer.ID);
    assertThat(server.requests())
        .extracting(RecordedRequest::getTarget)
        .containsExactly(BILLING + "/reconciliation/billed/export", OPERATION);
  }

  @Test
  void anIdThatIsNoGuidIsFoundWhereTheAddressNamesItsCollection() {
    for (String form : List.of("operations('it''s')", "operations/it's", "operations(42)/x")) {
      starts(accepted("Location", address("BASE/" + form)));

      started().status();
    }
    assertThat(server.requests("/operations/"))
        .extracting(RecordedRequest::getTarget)
        .containsExactly(
            BILLING + "/operations/it's", BILLING + "/operations/it's", BILLING + "/operations/42");
  }

  @Test
  void theIdIsFoundInTheOlderHeaderOrInTheBody() {
    starts(accepted("Operation-Location", address("BASE/operations('ID')")));
    started().status();
    starts(accepted("Location", address("BASE/operations")).body(address("{\"id\":\"ID\"}")));
    started().status();
    starts(PartnerServer.json(202, address("{\"@odata.id\":\"BASE/operations('ID')\"}")));
    started().status();

    assertThat(server.requests("/operations"))
        .hasSize(3)
        .allMatch(request -> request.getTarget().equals(OPERATION));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BASE/operations",
        "BASE/operations/",
        "BASE/operations()",
        "BASE/operations('')",
        "BASE/operations(id='ID',version=1)",
        "BASE/operations(id='ID',version='1')",
        "BASE/operations?id=ID",
        "BASE/manifests/ID",
        "BASE/manifests('ID')",
        "BASE/reconciliation/billed/export",
        "operations",
        "done",
        "/"
      })
  void anAddressWithoutAnIdIsQuotedWithoutItsQuery(String form) {
    starts(accepted("Location", address(form) + (form.contains("?") ? "&" : "?") + "sig=hunter2"));
    String path =
        form.replace("BASE", BILLING).replaceAll("\\?.*", "").replace("ID", ExportServer.ID);

    assertThatThrownBy(this::started)
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("an address in which there is no id: ")
        .hasMessageContaining(path)
        .hasMessageNotContaining("hunter2");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anAddressThatIsNoneIsQuotedWithoutSecrets() {
    starts(accepted("Location", "https://user:hunter2@[/operations;sig=hunter2?sig=hunter2"));

    assertThatThrownBy(this::started)
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("there is no id: /operations;sig=…")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'resourceLocation@odata.navigationLink':'BASE/manifests(\\u0027m-1\\u0027)'",
        "'resourceLocation@odata.navigationLink':'BASE/manifests(m-1)?$expand=blobs'",
        "'resourceLocation@odata.navigationLink':'manifests/m-1/'",
        "'resourceLocation':'BASE/manifests(\\u0027m-1\\u0027)'",
        "'resourceLocation':'../manifests(%27m-1%27)/blobs'",
        "'resourceLocation':'https://evil.example/v1/billingmanifests/m-1'",
        "'resourceLocation':{'@odata.id':'BASE/manifests(\\u0027m-1\\u0027)'}",
        "'resourceLocation':{'@odata.readLink':'manifests(\\u0027m-1\\u0027)'}",
        "'resourceLocation':{'@odata.editLink':'manifests/m-1'}",
        "'resourceLocation@odata.associationLink':'manifests/m-1/$ref'",
        "'resourceLocation@odata.navigationLink':'operations(\\u0027ID\\u0027)/resourceLocation',"
            + "'resourceLocation':{'id':'m-1'}"
      })
  void theIdOfAManifestIsFound(String form) {
    server.location = manifest -> address(form.replace('\'', '"'));

    assertThat(started().await().blobs()).hasSize(1);
    assertThat(server.requests("/manifests"))
        .extracting(RecordedRequest::getTarget)
        .containsExactly(BILLING + "/manifests/m-1");
  }

  /** That is how OData writes the link of a property by convention. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'resourceLocation@odata.navigationLink':'BASE/operations(\\u0027ID\\u0027)/resourceLocation'",
        "'resourceLocation@odata.associationLink':'operations/ID/resourceLocation/$ref'",
        "'resourceLocation':'BASE/operations/ID/resourceLocation?x=1'"
      })
  void aManifestThatIsAPropertyOfItsOperationIsReadThere(String form) {
    server.location = manifest -> address(form.replace('\'', '"'));
    server.instead =
        request -> {
          if (!request.getTarget().equals(OPERATION + "/resourceLocation")) return null;
          return PartnerServer.json(200, "{\"id\":\"m-1\",\"blobCount\":0,\"blobs\":[]}").build();
        };

    assertThat(started().await().id()).isEqualTo("m-1");
    assertThat(server.requests("/manifests")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BASE/manifests", "BASE/operations/ID", "BASE/manifests()", "later"})
  void aManifestsAddressWithoutAnIdIsQuoted(String form) {
    server.location = manifest -> address("\"resourceLocation\":\"" + form + "?sig=hunter2\"");

    assertThatThrownBy(() -> started().await())
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("an address in which there is no id: ")
        .hasMessageContaining(address(form.replace("BASE", BILLING)))
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void anAddressOfManyQuotationMarksIsNotLookedInto() {
    String address = "operations('" + "''".repeat(200_000) + "')";
    server.location = manifest -> "\"resourceLocation\":\"" + address + "\"";

    assertThatThrownBy(() -> started().await())
        .isInstanceOf(PartnerDataException.class)
        .hasMessageContaining("there is no id: operations('''")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(700));
  }

  @Test
  void anOperationThatIsRunningMayNameAnyPlace() {
    server.location = manifest -> "\"resourceLocation\":\"later\"";
    server.status = "running";

    assertThat(started().status().status().isFinal()).isFalse();
  }
}
