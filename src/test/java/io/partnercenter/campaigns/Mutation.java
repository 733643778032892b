package io.partnercenter.campaigns;

import io.partnercenter.campaigns.Node.Shape;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** One change to the JSON of an answer; where, and to what, is told by the rests of two numbers. */
record Mutation(Kind kind, int place, int choice) {
  private static final int MOST_AT_ONCE = 3;

  enum Kind {
    OTHER_VALUE,
    MISSING,
    DOUBLED,
    DOUBLED_WITH_OTHER_VALUE,
    RENAMED,
    NUMBER_AS_TEXT_AND_BACK,
    IN_A_LIST,
    SWAPPED,
    HUGE,
    DEEP,
    BYTES_PUT_IN,
    BIT_TURNED,
    PIECE_CUT_OUT,
    PIECE_REPEATED,
    CUT_OFF;

    boolean isOfBytes() {
      return compareTo(BYTES_PUT_IN) >= 0;
    }
  }

  /** The long ones are rare, for they take most of the time. */
  static List<Mutation> some(Random random) {
    List<Mutation> some = new ArrayList<>();
    int count = 1 + random.nextInt(MOST_AT_ONCE);
    while (some.size() < count) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      boolean rare = kind.isOfBytes() || kind == Kind.HUGE || kind == Kind.DEEP;
      if (rare && random.nextInt(4) > 0) continue;
      some.add(new Mutation(kind, random.nextInt(), random.nextInt()));
    }
    return some;
  }

  /** What becomes of {@code json} when it is changed so, the bytes last. */
  static byte[] apply(List<Mutation> mutations, Node json) {
    for (Mutation mutation : mutations) {
      if (!mutation.kind.isOfBytes()) mutation.change(json);
    }
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    for (Mutation mutation : mutations) {
      if (mutation.kind.isOfBytes() && bytes.length > 0) bytes = mutation.changed(bytes);
    }
    return bytes;
  }

  private void change(Node json) {
    List<Node> parents = new ArrayList<>();
    json.forEachParent(parent -> parents.addAll(Collections.nCopies(parent.size(), parent)));
    if (parents.isEmpty()) return;
    int all = Math.floorMod(place, parents.size());
    Node parent = parents.get(all);
    int at = all - parents.indexOf(parent);
    Node value = parent.children.get(at);
    switch (kind) {
      case OTHER_VALUE -> parent.children.set(at, other());
      case MISSING -> parent.remove(at);
      case DOUBLED -> parent.add(parent.name(at), Node.raw(value.toString()));
      case DOUBLED_WITH_OTHER_VALUE -> parent.add(parent.name(at), other());
      case RENAMED -> parent.rename(at, renamed(parent.name(at), parent));
      case NUMBER_AS_TEXT_AND_BACK -> value.shape = turned(value.shape);
      case IN_A_LIST -> parent.children.set(at, Node.raw("[" + value + "]"));
      case SWAPPED -> parent.swap(at, Math.floorMod(choice, parent.size()));
      case HUGE -> parent.children.set(at, Node.raw(pick(Values.HUGE)));
      case DEEP -> parent.children.set(at, Node.raw(Values.deep(parent.name(at), choice & 7)));
      default -> throw new IllegalStateException("of bytes: " + kind);
    }
  }

  private Node other() {
    return Node.raw(pick(Values.OTHERS));
  }

  private <T> T pick(List<T> values) {
    return values.get(Math.floorMod(choice, values.size()));
  }

  /** What was text stands there bare, so that most of it is no JSON any more. */
  private static Shape turned(Shape shape) {
    return switch (shape) {
      case NUMBER, WORD -> Shape.TEXT;
      case TEXT -> Shape.NUMBER;
      default -> shape;
    };
  }

  private String renamed(String name, Node parent) {
    return switch (choice & 7) {
      case 0 -> name.toUpperCase(Locale.ROOT);
      case 1 -> name.toLowerCase(Locale.ROOT);
      case 2 -> name + "e";
      case 3 -> "";
      case 4 -> "additionalProperties";
      case 5 -> name.repeat(2_000);
      default -> parent.name(Math.floorMod(choice >> 3, parent.size()));
    };
  }

  private byte[] changed(byte[] bytes) {
    int at = Math.floorMod(place, bytes.length);
    int end = Math.min(bytes.length, at + 1 + Math.floorMod(choice, 40));
    return switch (kind) {
      case BYTES_PUT_IN -> joined(bytes, at, pick(Values.BYTES), at);
      case PIECE_CUT_OUT -> joined(bytes, at, new byte[0], end);
      case PIECE_REPEATED -> joined(bytes, end, Arrays.copyOfRange(bytes, at, end), end);
      case CUT_OFF -> Arrays.copyOf(bytes, at);
      default -> joined(bytes, at, new byte[] {(byte) (bytes[at] ^ 1 << (choice & 7))}, at + 1);
    };
  }

  private static byte[] joined(byte[] bytes, int end, byte[] middle, int start) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(bytes, 0, end);
    joined.writeBytes(middle);
    joined.write(bytes, start, bytes.length - start);
    return joined.toByteArray();
  }
}
