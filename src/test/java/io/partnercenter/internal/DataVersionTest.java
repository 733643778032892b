package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.partnercenter.models.ExportManifest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What two answers must have in common to be of the same data. */
class DataVersionTest {
  private static final String BEFORE =
      "{'id':'m-1','eTag':'1','blobs':[{'name':'a','sizeInBytes':5,'itemCount':2},{'name':'b'}]}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        BEFORE,
        "{'eTag':'1','blobs':[{'name':'b'},{'name':'a','sizeInBytes':5,'itemCount':2}]}",
        "{'eTag':'1','blobs':[{'name':'a','@odata.type':'#blob'},{'name':'b'}],'more':1}",
        "{'eTag':'1','blobs':[{'name':'a'},{'name':'b','sizeInBytes':7,'itemCount':3}]}",
      })
  void whatIsSaidInAnotherWayIsTheSame(String now) throws Exception {
    assertThat(DataVersion.isSame(manifest(BEFORE), manifest(now))).isTrue();
    assertThat(DataVersion.isSame(manifest(now), manifest(BEFORE))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'eTag':'2','blobs':[{'name':'a'},{'name':'b'}]}",
        "{'blobs':[{'name':'a'},{'name':'b'}]}",
        "{'eTag':'1','blobs':[{'name':'a'},{'name':'c'}]}",
        "{'eTag':'1','blobs':[{'name':'a'},{'name':'a'}]}",
        "{'eTag':'1','blobs':[{'name':'a'}]}",
        "{'eTag':'1','blobs':[{'name':'a'},{'name':'b'},{'name':'c'}]}",
        "{'eTag':'1','blobs':[{'name':'a','sizeInBytes':6},{'name':'b'}]}",
        "{'eTag':'1','blobs':[{'name':'a','itemCount':3},{'name':'b'}]}",
      })
  void anotherVersionNameOrSizeIsNot(String now) throws Exception {
    assertThat(DataVersion.isSame(manifest(BEFORE), manifest(now))).isFalse();
    assertThat(DataVersion.isSame(manifest(now), manifest(BEFORE))).isFalse();
  }

  private static ExportManifest manifest(String json) throws JsonProcessingException {
    return Json.MAPPER.readValue(json.replace('\'', '"'), ExportManifest.class);
  }
}
