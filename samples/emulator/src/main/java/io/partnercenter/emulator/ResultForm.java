package io.partnercenter.emulator;

/** How an operation says where its result is: sources differ (contract 7.12). */
public enum ResultForm {
  /** The manifest itself is in {@code resourceLocation}. */
  MANIFEST,

  /** Only {@code resourceLocation@odata.navigationLink}, with the manifest's URL. */
  LINK,

  /** {@code resourceLocation} is a text, the manifest's URL. */
  URL,

  /** The manifest and the link to it. */
  MANIFEST_AND_LINK
}
