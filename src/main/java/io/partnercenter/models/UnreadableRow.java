package io.partnercenter.models;

/**
 * A row that was set aside because it could not be read: a figure or a date in it is invalid, or it
 * is not valid JSON at all.
 *
 * @param page which page of the walk, the first being 0
 * @param row which row of that page, the first being 0
 * @param problem field, text and reason in words
 * @param json the row as the service sent it, to the last character. If its bytes are not valid
 *     UTF-8, each of them is one character here, as in ISO-8859-1, so that none is lost
 */
public record UnreadableRow(int page, int row, String problem, String json) {
  /** Place and problem. The row itself holds customers' data and is left out. */
  @Override
  public String toString() {
    return "page " + page + ", row " + row + ": " + problem;
  }
}
