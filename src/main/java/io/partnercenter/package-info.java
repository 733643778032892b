/** The door. */
@NullMarked
package io.partnercenter;

import org.jspecify.annotations.NullMarked;
