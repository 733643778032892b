/**
 * An emulated Partner Center on loopback for tests of clients: the billing operations of the v1 API
 * with their paging, checks and variations, the exports of Microsoft Graph, the directory that
 * issues tokens, and faults on demand. All data is made up.
 *
 * <p>The emulator is written from the documented and observed behavior of the service. It shares no
 * code with any client, so that it finds clients that misread a response.
 *
 * <p>Start at {@link io.partnercenter.emulator.Emulator}. {@link io.partnercenter.emulator.Fault}
 * describes failures on purpose, {@link io.partnercenter.emulator.ExportOptions} the form of
 * exports, and {@link io.partnercenter.emulator.Tenant} the data and its totals.
 *
 * <p>{@code Emulator}, its builder and the views of the tenant put the emulator together and may
 * import every package below. The other types here may import only {@code support}; every package
 * may import them.
 */
@NullMarked
package io.partnercenter.emulator;

import org.jspecify.annotations.NullMarked;
