package io.partnercenter.emulator;

/** The form of an operation's result. Sources differ (contract 7.12). */
public enum ResultForm {
  /** The manifest in {@code resourceLocation}. */
  MANIFEST,

  /** The manifest's URL in {@code resourceLocation@odata.navigationLink}. */
  LINK,

  /** The manifest's URL in {@code resourceLocation}. */
  URL,

  /** The manifest and the link. */
  MANIFEST_AND_LINK
}
