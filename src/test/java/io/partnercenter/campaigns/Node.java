package io.partnercenter.campaigns;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * A JSON value as it is written: it may have a key twice, and what is no JSON at all. Read with a
 * bare parser, of which the SDK has configured nothing.
 */
final class Node {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(1_000_000)
                  .maxNameLength(1_000_000)
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // In rows that are set aside.
          .build();

  enum Shape {
    OBJECT,
    ARRAY,
    TEXT,
    NUMBER,
    WORD,
    /** A list without brackets, one element a line. */
    LINES
  }

  Shape shape;

  /** Of an object, in the order of {@link #children}. */
  final List<String> names = new ArrayList<>();

  final List<Node> children = new ArrayList<>();

  /** What a text says, or the characters of anything else that holds nothing. */
  String said;

  private Node(Shape shape, String said) {
    this.shape = shape;
    this.said = said;
  }

  /** A number, a word or anything else that is written as it is. */
  static Node raw(String said) {
    return new Node(said.equals("null") ? Shape.WORD : Shape.NUMBER, said);
  }

  /**
   * The only value in {@code json}.
   *
   * @throws UncheckedIOException if it is no JSON
   */
  static Node of(byte[] json) {
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      Node node = read(parser);
      if (parser.nextToken() != null) throw new IOException("more follows");
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Node read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) throw new IOException("nothing there");
    Node node = new Node(shape(token), token.isStructStart() ? "" : parser.getText());
    if (token == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) node.children.add(read(parser));
    } else if (token == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        node.names.add(parser.currentName());
        parser.nextToken();
        node.children.add(read(parser));
      }
    }
    return node;
  }

  private static Shape shape(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> Shape.OBJECT;
      case START_ARRAY -> Shape.ARRAY;
      case VALUE_STRING -> Shape.TEXT;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Shape.NUMBER;
      default -> Shape.WORD;
    };
  }

  boolean isNull() {
    return shape == Shape.WORD && said.equals("null");
  }

  int size() {
    return children.size();
  }

  /** What the value there is called; nothing, in a list. */
  String name(int at) {
    return shape == Shape.OBJECT ? names.get(at) : "";
  }

  void rename(int at, String name) {
    if (shape == Shape.OBJECT) names.set(at, name);
  }

  void add(String name, Node value) {
    if (shape == Shape.OBJECT) names.add(name);
    children.add(value);
  }

  void remove(int at) {
    if (shape == Shape.OBJECT) names.remove(at);
    children.remove(at);
  }

  void swap(int at, int other) {
    if (shape == Shape.OBJECT) Collections.swap(names, at, other);
    Collections.swap(children, at, other);
  }

  /** Shows all that hold something, this one included. */
  void forEachParent(Consumer<Node> action) {
    if (children.isEmpty()) return;
    action.accept(this);
    children.forEach(child -> child.forEachParent(action));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    write(text);
    return text.toString();
  }

  private void write(StringBuilder text) {
    switch (shape) {
      case TEXT -> quote(said, text);
      case LINES -> children.forEach(child -> text.append(child).append('\n'));
      case OBJECT, ARRAY -> {
        text.append(shape == Shape.OBJECT ? '{' : '[');
        for (int i = 0; i < children.size(); i++) {
          if (i > 0) text.append(',');
          if (shape == Shape.OBJECT) quote(names.get(i), text);
          if (shape == Shape.OBJECT) text.append(':');
          children.get(i).write(text);
        }
        text.append(shape == Shape.OBJECT ? '}' : ']');
      }
      default -> text.append(said);
    }
  }

  private static void quote(String said, StringBuilder text) {
    text.append('"').append(JsonStringEncoder.getInstance().quoteAsString(said)).append('"');
  }
}
