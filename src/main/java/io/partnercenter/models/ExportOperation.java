package io.partnercenter.models;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How an export stood when it was last looked at.
 *
 * @param id of the operation
 * @param status never null; of an answer that names none, {@code running}
 * @param createdDateTime when it was asked for; absent too if that cannot be read
 * @param lastActionDateTime when it last changed; absent too if that cannot be read
 * @param retryAfter how long the service asked not to be asked again; absent if it did not say; the
 *     longest own pause if it said so in a form that cannot be read
 * @param errorCode of a failed one, such as {@code 5000} for no data
 * @param errorMessage of a failed one, in the service's words
 */
public record ExportOperation(
    String id,
    ExportStatus status,
    @Nullable OffsetDateTime createdDateTime,
    @Nullable OffsetDateTime lastActionDateTime,
    @Nullable Duration retryAfter,
    @Nullable String errorCode,
    @Nullable String errorMessage) {}
