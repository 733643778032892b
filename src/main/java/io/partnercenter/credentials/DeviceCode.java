package io.partnercenter.credentials;

import java.net.URI;
import java.time.Duration;

/**
 * What a person needs in order to sign in on another device.
 *
 * @param userCode to be entered there
 * @param verificationUri where to enter it
 * @param expiresIn how long it can be entered, mostly 15 minutes
 * @param message all that in a sentence of Entra's, to be shown as it is
 */
public record DeviceCode(
    String userCode, URI verificationUri, Duration expiresIn, String message) {}
