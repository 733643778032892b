package io.partnercenter.internal;

import java.io.IOException;

/** Makes a whole answer into a value. */
@FunctionalInterface
public interface AnswerReader<T> {
  /**
   * Reads {@code body}, which is empty if the service had nothing to say.
   *
   * @throws UnreadableAnswer if it is not what was expected
   * @throws IOException if it ends before it should
   */
  T read(byte[] body) throws IOException, UnreadableAnswer;

  /** One record, written as one JSON object. */
  static <T> AnswerReader<T> object(Class<T> type) {
    return body -> {
      if (body.length == 0) throw new UnreadableAnswer("answered without a body");
      T value = UnreadableAnswer.decoding(() -> Json.readAlone(body, type));
      if (value == null) throw new UnreadableAnswer("answered null");
      return value;
    };
  }
}
