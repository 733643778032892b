/** A client for the billing APIs of Microsoft Partner Center. */
module io.partnercenter {
  exports io.partnercenter;

  requires transitive okhttp3;
  requires transitive org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires org.slf4j;
}
