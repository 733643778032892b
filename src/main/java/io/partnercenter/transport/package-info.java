/** What you may replace: how one request reaches the service. */
@NullMarked
package io.partnercenter.transport;

import org.jspecify.annotations.NullMarked;
