package io.partnercenter.emulator;

/** What is wrong with the files of an export, from its manifest to their last line. */
public enum ExportFlaw {
  /** The manifest announces one blob more than it lists. */
  WRONG_BLOB_COUNT,

  /** The manifest gives each blob's size, and gives it a byte too large. */
  WRONG_SIZES,

  /** The manifest gives each blob's number of lines, and one too many. */
  WRONG_ITEM_COUNTS,

  /** A success without blobs. */
  NO_BLOBS,

  /** The files are compressed well and there is nothing in them. */
  NO_ROWS,

  /** Each file has one line, which is empty. */
  EMPTY_LINE,

  /** The first file begins with a line of 10 MB, in excess of the others and without amounts. */
  HUGE_LINE
}
