package io.partnercenter.emulator;

/** The calendar months that have lines which are not billed yet. */
public enum Period {
  CURRENT,
  PREVIOUS
}
