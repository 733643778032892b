package io.partnercenter.emulator;

/** A calendar month whose lines are not billed yet. */
public enum Period {
  CURRENT,
  PREVIOUS
}
