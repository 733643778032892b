package io.partnercenter.internal;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.DocumentType;
import io.partnercenter.models.InvoiceLineItemType;
import io.partnercenter.models.InvoiceType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** The one JSON mapper: exact about figures, patient about how the service writes them. */
public final class Json {
  /** Configured here and never again; a configured mapper is thread-safe. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(wireForms())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES) // 0.1500 is not 0.15.
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT) // It would cut 2.5 to 2 in silence.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(
              DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE) // It would lose -08:00.
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private Json() {}

  /** Reads a value that is all of {@code body}: what comes after it would otherwise be lost. */
  static <T> T readAlone(byte[] body, Class<T> type) throws IOException {
    return MAPPER
        .readerFor(type)
        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .readValue(body, type);
  }

  private static SimpleModule wireForms() {
    return new SimpleModule("wire-forms")
        .addDeserializer(BigDecimal.class, new WireAmount())
        .addDeserializer(OffsetDateTime.class, new WireTime())
        .addDeserializer(String.class, new WireText())
        .addDeserializer(
            BillingProvider.class, new WireValue<>(BillingProvider.class, BillingProvider::of))
        .addDeserializer(DocumentType.class, new WireValue<>(DocumentType.class, DocumentType::of))
        .addDeserializer(InvoiceType.class, new WireValue<>(InvoiceType.class, InvoiceType::of))
        .addDeserializer(
            InvoiceLineItemType.class,
            new WireValue<>(InvoiceLineItemType.class, InvoiceLineItemType::of))
        .setDeserializerModifier(new TextLists());
  }

  /**
   * Lists of text get {@link WireTexts}; Jackson offers no other place for a list's element type.
   */
  private static final class TextLists extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
        DeserializationConfig config,
        CollectionType type,
        BeanDescription description,
        JsonDeserializer<?> deserializer) {
      return type.getContentType().hasRawClass(String.class) ? new WireTexts() : deserializer;
    }
  }
}
