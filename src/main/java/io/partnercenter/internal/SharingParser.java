package io.partnercenter.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A parser whose texts and amounts are {@linkplain SharedValues shared}. */
final class SharingParser extends JsonParserDelegate {
  private final SharedValues values;

  SharingParser(JsonParser parser, SharedValues values) {
    super(parser);
    this.values = values;
  }

  SharedValues values() {
    return values;
  }

  @Override
  public @Nullable String getText() throws IOException {
    if (!delegate.hasToken(JsonToken.VALUE_STRING)) return delegate.getText();
    return values.text(
        delegate.getTextCharacters(), delegate.getTextOffset(), delegate.getTextLength());
  }

  /** The delegate's own way is to read the next token first, which misses what this is for. */
  @Override
  public boolean nextFieldName(SerializableString name) throws IOException {
    return delegate.nextFieldName(name);
  }

  @Override
  public BigDecimal getDecimalValue() throws IOException {
    return values.amount(delegate.getDecimalValue());
  }
}
