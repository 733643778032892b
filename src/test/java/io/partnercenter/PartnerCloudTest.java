package io.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PartnerCloudTest {
  @Test
  void onlyTheCommercialCloudHasExportsOnMicrosoftGraph() {
    assertThat(PartnerCloud.GLOBAL.graphUrl())
        .contains(URI.create("https://graph.microsoft.com/v1.0"));
    assertThat(PartnerCloud.US_GOVERNMENT.graphUrl()).isEmpty();
    assertThat(PartnerCloud.CHINA.graphUrl()).isEmpty();
  }
}
