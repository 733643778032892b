package io.partnercenter.emulator;

/** A defect in an export, between its manifest and its last line. */
public enum ExportFlaw {
  /** The manifest's blob count is one more than the blobs that it lists. */
  WRONG_BLOB_COUNT,

  /** The manifest states each blob's size, one byte too large. */
  WRONG_SIZES,

  /** The manifest states each blob's number of lines, one too many. */
  WRONG_ITEM_COUNTS,

  /** The export succeeded and has no blobs. */
  NO_BLOBS,

  /** The files are valid and contain no line. */
  NO_ROWS,

  /** Each file has one empty line. */
  EMPTY_LINE,

  /** The first file begins with an additional line of 10 MB without amounts. */
  HUGE_LINE
}
