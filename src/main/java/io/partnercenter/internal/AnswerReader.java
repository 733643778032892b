package io.partnercenter.internal;

import com.fasterxml.jackson.databind.ObjectReader;
import io.partnercenter.models.ResourceCollection;
import java.io.IOException;
import okhttp3.Response;

/** Makes an answer into a value while it comes in. */
@FunctionalInterface
public interface AnswerReader<T> {
  /**
   * Reads all of {@code response}, a success, and leaves it to the caller to close it.
   *
   * @param limit how many bytes of it may be kept in memory
   * @throws UnreadableAnswer if it is not what was expected
   * @throws IOException if it ends before it should
   */
  T read(Response response, long limit) throws IOException, UnreadableAnswer;

  /** One record, written as one JSON object. */
  static <T> AnswerReader<T> object(Class<T> type) {
    ObjectReader reader = Json.alone(type);
    return json(
        body -> {
          if (body.length == 0) throw new UnreadableAnswer("answered without a body");
          T value = UnreadableAnswer.decoding(() -> reader.readValue(body, type));
          if (value == null) throw new UnreadableAnswer("answered null");
          return value;
        });
  }

  /**
   * A collection that comes all at once. One that says there is more is not understood, for what is
   * missing would not be missed.
   */
  static <T> AnswerReader<ResourceCollection<T>> collection(Class<T> type) {
    RowReader<T> rows = RowReader.of(type);
    return json(body -> PageReader.read(body, rows, false, null).whole());
  }

  /** JSON that is decoded once all of it is there. */
  static <T> AnswerReader<T> json(JsonBody<T> reader) {
    return (response, limit) -> {
      byte[] body = Answer.json(response, limit);
      try {
        return reader.decode(body);
      } catch (UnreadableAnswer e) {
        if (CutOff.isCutOffAnswer(body)) throw new CutOff.Found(e.place());
        throw e;
      }
    };
  }

  /** Decodes a body. */
  @FunctionalInterface
  interface JsonBody<T> {
    /** The value of {@code body}, which is empty if the service had nothing to say. */
    T decode(byte[] body) throws IOException, UnreadableAnswer;
  }
}
