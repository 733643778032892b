package io.partnercenter.emulator.billing;

import io.partnercenter.emulator.server.ApiErrorException;
import io.partnercenter.emulator.support.SeededRandom;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * A position in the pages of one query, as an opaque text. It holds all state, so that a client can
 * use it at any time.
 *
 * @param position the index of the next page's first line
 * @param visit the number of earlier tokens for this position, so that no two tokens are equal
 */
record ContinuationToken(long position, int visit) {
  /**
   * Parses a token.
   *
   * @throws ApiErrorException if it does not belong to the query
   */
  static ContinuationToken parse(String text, String query) {
    String[] parts = text.split(",", -1);
    if (parts.length == 3) {
      try {
        long mask = SeededRandom.deriveSeed(0, query);
        long position = decode(parts[0]) ^ mask;
        int visit = (int) (decode(parts[1]) ^ mask);
        ContinuationToken token = new ContinuationToken(position, visit);
        if (token.text(query).equals(text)) return token;
      } catch (IllegalArgumentException | BufferUnderflowException e) {
        // Refused below, like any other text that is not a token.
      }
    }
    throw ApiErrorException.invalidInput("the continuation token does not belong to this query.");
  }

  String text(String query) {
    long mask = SeededRandom.deriveSeed(0, query);
    long checksum = SeededRandom.mix(mask + SeededRandom.mix(position) + visit);
    return encode(position ^ mask) + "," + encode(visit ^ mask) + ",_" + encode(checksum);
  }

  private static String encode(long number) {
    return Base64.getEncoder().encodeToString(ByteBuffer.allocate(8).putLong(number).array());
  }

  private static long decode(String text) {
    return ByteBuffer.wrap(Base64.getDecoder().decode(text)).getLong();
  }
}
