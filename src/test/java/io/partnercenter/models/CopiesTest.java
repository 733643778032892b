package io.partnercenter.models;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopiesTest {
  @Test
  void aListDoesNotFollowItsOriginal() {
    List<String> original = new ArrayList<>(List.of("AddOn"));

    List<String> copy = Copies.list(original);
    original.add("Trial");

    assertThat(copy).containsExactly("AddOn");
  }

  @Test
  void aListHasNoNulls() {
    assertThat(Copies.list(Arrays.asList("AddOn", null, "Trial")))
        .containsExactly("AddOn", "Trial");
  }

  @Test
  void aMapDoesNotFollowItsOriginal() {
    Map<String, @Nullable Object> original = new LinkedHashMap<>(Map.of("dueDate", "2026-03-08"));

    Map<String, @Nullable Object> copy = Copies.map(original);
    original.clear();

    assertThat(copy).containsEntry("dueDate", "2026-03-08");
  }

  @Test
  void aMapKeepsItsOrderAndItsNulls() {
    Map<String, @Nullable Object> original = new LinkedHashMap<>();
    original.put("zone", 1);
    original.put("dueDate", null);
    original.put("area", 2);

    assertThat(Copies.map(original)).containsExactlyEntriesOf(original);
  }

  @Test
  @SuppressWarnings("unchecked")
  void aMapIsFixedDownToTheInnermost() {
    List<@Nullable Object> lines = new ArrayList<>(Arrays.asList("first", null));
    Map<String, @Nullable Object> address = new LinkedHashMap<>(Map.of("lines", lines));
    Map<String, @Nullable Object> original = new LinkedHashMap<>(Map.of("address", address));

    Map<String, @Nullable Object> copy = Copies.map(original);
    lines.clear();
    address.clear();

    assertThat(copy).isEqualTo(Map.of("address", Map.of("lines", Arrays.asList("first", null))));
    var inner = (Map<String, List<Object>>) requireNonNull(copy.get("address"));
    var innermost = requireNonNull(inner.get("lines"));
    assertThatThrownBy(inner::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(innermost::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void nothingIsAlwaysTheSameConstant() {
    assertThat(Copies.list(null)).isSameAs(Copies.list(new ArrayList<>())).isEmpty();
    assertThat(Copies.map(null)).isSameAs(Copies.map(new LinkedHashMap<>())).isEmpty();
  }

  @Test
  void anEmptyMapCanBeAskedLikeAFullOne() {
    assertThat(Copies.map(null).get("dueDate")).isNull();
    assertThat(Copies.map(null).containsValue(null)).isFalse();
  }
}
