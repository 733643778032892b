package io.partnercenter.exports;

/** How much of each row an export holds. */
public enum AttributeSet {
  /** Every attribute there is. */
  FULL("full"),
  /** What is needed to check a bill. */
  BASIC("basic");

  private final String wireValue;

  AttributeSet(String wireValue) {
    this.wireValue = wireValue;
  }

  /** The spelling that requests want. */
  public String wireValue() {
    return wireValue;
  }
}
