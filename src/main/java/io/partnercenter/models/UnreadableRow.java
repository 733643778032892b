package io.partnercenter.models;

/**
 * A row that was set aside because a figure or date in it could not be read.
 *
 * @param page which page of the walk, the first being 0
 * @param row which row of that page, the first being 0
 * @param problem field, text and reason in words
 * @param json the row as the service sent it, to the last character
 */
public record UnreadableRow(int page, int row, String problem, String json) {
  /** Place and problem. The row itself holds customers' data and is left out. */
  @Override
  public String toString() {
    return "page " + page + ", row " + row + ": " + problem;
  }
}
