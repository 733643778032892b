/** The SDK in a Spring Boot application: configuration, credentials, health, metrics. */
@NullMarked
package io.partnercenter.spring;

import org.jspecify.annotations.NullMarked;
