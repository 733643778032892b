package io.partnercenter.emulator;

import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an emulator, collected by {@link EmulatorBuilder}. Immutable. The builder
 * describes each setting in the method of the same name.
 *
 * @param tls null without TLS
 */
public record EmulatorSettings(
    long seed,
    long rows,
    long distinctRows,
    int months,
    int port,
    boolean http2,
    @Nullable SSLSocketFactory tls,
    Duration thinkingTime,
    long cacheBytes,
    long statementBytes,
    Duration tokenLife,
    boolean strictRotation,
    int devicePolls,
    InstantSource clock,
    ExportSettings exports) {}
