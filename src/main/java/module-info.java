/**
 * A client for the billing APIs of Microsoft Partner Center. {@link io.partnercenter.IPartner} is
 * the door.
 */
@SuppressWarnings("requires-automatic") // msal4j has no descriptor; static, so nobody needs it.
module io.partnercenter {
  exports io.partnercenter;
  exports io.partnercenter.credentials;
  exports io.partnercenter.errors;
  exports io.partnercenter.exports;
  exports io.partnercenter.invoices;
  exports io.partnercenter.models;
  exports io.partnercenter.transport;

  // For what cursors, handles and folders hold: records that nobody else sees.
  opens io.partnercenter.internal to
      com.fasterxml.jackson.databind;

  requires static com.microsoft.aad.msal4j;
  requires transitive com.fasterxml.jackson.annotation;
  requires transitive okhttp3;
  requires transitive org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires org.slf4j;
}
