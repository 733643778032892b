package io.partnercenter.faults;

import io.partnercenter.IPartner;
import io.partnercenter.emulator.Emulator;
import io.partnercenter.emulator.EmulatorBuilder;
import io.partnercenter.emulator.ResultForm;
import io.partnercenter.exports.ExportOptions;
import io.partnercenter.exports.RunningExport;
import io.partnercenter.models.BillingPeriod;
import io.partnercenter.models.DailyUsageRecord;
import io.partnercenter.models.UnreadableRow;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What an export looks like and how it is read. What its rows are depends on the first two alone.
 *
 * @param counted whether the manifest says how large files are and how many rows they have
 */
record ExportShape(
    int files,
    int rowsOfEach,
    int polls,
    boolean counted,
    boolean encoded,
    boolean marked,
    ResultForm form,
    int parallel,
    boolean handled) {
  private static final int MOST_FILES = 5;
  private static final List<Integer> ROWS = List.of(1, 7, 20);

  static ExportShape drawn(Random dice) {
    return new ExportShape(
        1 + dice.nextInt(MOST_FILES),
        ROWS.get(dice.nextInt(ROWS.size())),
        dice.nextInt(4),
        dice.nextBoolean(),
        dice.nextInt(4) == 0,
        dice.nextInt(4) == 0,
        ResultForm.values()[dice.nextInt(ResultForm.values().length)],
        1 + dice.nextInt(4),
        dice.nextBoolean());
  }

  /** The same rows in the plainest form. */
  ExportShape plain() {
    return new ExportShape(
        files, rowsOfEach, 0, false, false, false, ResultForm.MANIFEST, 1, false);
  }

  EmulatorBuilder emulator() {
    return Emulator.builder()
        .months(1)
        .rows((long) files * rowsOfEach)
        .exportPolls(polls)
        .exportBlobs(files)
        .exportRows(rowsOfEach)
        .exports(
            options ->
                options
                    .sizesAndCounts(counted)
                    .contentEncoding(encoded)
                    .byteOrderMark(marked)
                    .resultForm(form));
  }

  Stream<DailyUsageRecord> rows(IPartner partner, Consumer<UnreadableRow> onUnreadable) {
    RunningExport<DailyUsageRecord> export =
        partner
            .exports()
            .unbilledUsage(BillingPeriod.CURRENT, "EUR")
            .with(ExportOptions.defaults().parallelBlobs(parallel))
            .start();
    return (handled ? export.onUnreadable(onUnreadable) : export).stream();
  }
}
