/** Watches the run of the tests as a whole, for what must not happen in any of them. */
package io.partnercenter.watch;
