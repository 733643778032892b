/**
 * What the service answers, as plain values: records without a client, without HTTP, without I/O.
 * All of them are immutable and safe to share between threads.
 *
 * <p>They keep the service's names and its order of fields, so what is read here can be compared
 * line by line with a trace of the wire.
 *
 * <ul>
 *   <li><b>Absence.</b> The service may leave out any field. Then the component is null; a list or
 *       map is empty and never null. Lists and maps cannot be changed.
 *   <li><b>Amounts</b>, prices, rates and quantities have every digit that was sent, trailing zeros
 *       included. {@code 25} and {@code 25.00} are therefore not {@code equals}; use {@link
 *       java.math.BigDecimal#compareTo compareTo}. They are negative for credits.
 *   <li><b>Times</b> keep the offset that was sent; those sent without one are UTC. The year 1,
 *       which the service writes for "never", is absence.
 *   <li><b>Text</b> stays as it was sent. Empty text is common and mostly means that there is
 *       nothing to say; the upper and lower case of ids varies from answer to answer.
 *   <li><b>Values that belong to the service</b>, such as {@link
 *       io.partnercenter.models.BillingProvider}, are open: known ones are constants, unknown ones
 *       keep their text.
 *   <li><b>Everything else</b> that an object holds is in {@code additionalProperties()}: text as
 *       {@link String}, whole numbers as {@link Integer}, {@link Long} or {@link
 *       java.math.BigInteger}, other numbers as {@link java.math.BigDecimal}, {@link Boolean},
 *       {@link java.util.List}, {@link java.util.Map} or null.
 * </ul>
 */
@NullMarked
package io.partnercenter.models;

import org.jspecify.annotations.NullMarked;
