package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.partnercenter.models.BillingProvider;
import io.partnercenter.models.DocumentType;
import io.partnercenter.models.EstimatePeriod;
import io.partnercenter.models.EstimateType;
import io.partnercenter.models.InvoiceLineItemType;
import io.partnercenter.models.InvoiceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** The one JSON mapper: exact about figures, patient about how the service writes them. */
public final class Json {
  /**
   * The parser remembers thousands of names for those to come. The longest that is documented has
   * some forty characters, and the tags of Azure have 512 at most.
   */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNameLength(1_000).build();

  /** Configured here and never again; a configured mapper is thread-safe. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
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

  /**
   * Reads values that are all of what they are read from: what follows would be lost in silence.
   */
  static ObjectReader alone(Class<?> type) {
    return MAPPER.readerFor(type).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private static SimpleModule wireForms() {
    return new SimpleModule("wire-forms")
        .addDeserializer(BigDecimal.class, new WireAmount())
        .addDeserializer(OffsetDateTime.class, new WireTime())
        .addDeserializer(LocalDate.class, new WireDate())
        .addDeserializer(String.class, new WireText())
        .addDeserializer(
            BillingProvider.class, new WireValue<>(BillingProvider.class, BillingProvider::of))
        .addDeserializer(DocumentType.class, new WireValue<>(DocumentType.class, DocumentType::of))
        .addDeserializer(EstimateType.class, new WireValue<>(EstimateType.class, EstimateType::of))
        .addDeserializer(
            EstimatePeriod.class, new WireValue<>(EstimatePeriod.class, EstimatePeriod::of))
        .addDeserializer(InvoiceType.class, new WireValue<>(InvoiceType.class, InvoiceType::of))
        .addDeserializer(
            InvoiceLineItemType.class,
            new WireValue<>(InvoiceLineItemType.class, InvoiceLineItemType::of))
        .setDeserializerModifier(new OwnForms());
  }

  /**
   * Where Jackson offers no other place: by the element type of a list, for all records of ours.
   */
  private static final class OwnForms extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
        DeserializationConfig config,
        CollectionType type,
        BeanDescription description,
        JsonDeserializer<?> deserializer) {
      return type.getContentType().hasRawClass(String.class) ? new WireTexts() : deserializer;
    }

    @Override
    public JsonDeserializer<?> modifyDeserializer(
        DeserializationConfig config,
        BeanDescription description,
        JsonDeserializer<?> deserializer) {
      boolean ours =
          deserializer instanceof BeanDeserializerBase
              && WireRecord.reads(description.getBeanClass());
      return ours ? new WireRecord((BeanDeserializerBase) deserializer) : deserializer;
    }
  }
}
