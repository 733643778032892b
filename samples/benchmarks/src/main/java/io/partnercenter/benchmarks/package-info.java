/**
 * What the SDK costs, beside what the same costs without it. {@link
 * io.partnercenter.benchmarks.Ratios} runs everything and prints one line a comparison.
 */
@NullMarked
package io.partnercenter.benchmarks;

import org.jspecify.annotations.NullMarked;
