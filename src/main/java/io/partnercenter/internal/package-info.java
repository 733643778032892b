/** How it works. Not exported: nothing here is promised to anybody. */
@NullMarked
package io.partnercenter.internal;

import org.jspecify.annotations.NullMarked;
