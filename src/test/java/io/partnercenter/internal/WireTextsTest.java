package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTextsTest {
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  @Property(tries = 200)
  void anArrayAndTheTextOfAnArrayAreTheSame(@ForAll List<String> texts)
      throws JsonProcessingException {
    String array = Json.MAPPER.writeValueAsString(texts);

    assertThat(read(array)).isEqualTo(texts);
    assertThat(read(Json.MAPPER.writeValueAsString(array))).isEqualTo(texts);
  }

  @Property(tries = 200)
  void anyTextIsReadAsSomething(@ForAll String text) throws JsonProcessingException {
    assertThat(read(Json.MAPPER.writeValueAsString(text))).isNotNull();
    assertThat(read(Json.MAPPER.writeValueAsString("[" + text))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                 | 0",
        "\"\"               | 0",
        "\"[]\"             | 0",
        "[null]             | 0",
        "[\"a\",null,\"\"]  | 2",
        "\"a, b\"           | 1",
        "\"[a\"             | 1",
        "\"[1] 7 seats\"    | 1",
        "\"[\\\"a\\\",\\\"b\\\"] Trial\" | 1",
        "{\"a\":1}          | 1",
        "7                  | 1",
        "[[1],{\"a\":[2]}]  | 2",
      })
  void howManyTextsThereAre(String json, int count) throws JsonProcessingException {
    assertThat(read(json)).hasSize(count);
  }

  @Test
  void textsKeepTheirBlanksInsideOfAnArray() throws JsonProcessingException {
    assertThat(read("[\" a \",\"7\",8]")).containsExactly(" a ", "7", "8");
  }

  private static List<String> read(String json) throws JsonProcessingException {
    return Json.MAPPER.readValue(json, TEXTS);
  }
}
