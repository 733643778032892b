/** Who you are: where the bearer token comes from, and how long it lasts. */
@NullMarked
package io.partnercenter.credentials;

import org.jspecify.annotations.NullMarked;
