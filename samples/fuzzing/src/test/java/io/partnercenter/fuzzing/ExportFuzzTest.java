package io.partnercenter.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.partnercenter.models.ReconciliationRecord;
import java.util.stream.Stream;

/** Files of an export, with rows taken aside. */
class ExportFuzzTest {
  @FuzzTest(maxDuration = "2m")
  void aFileIsReadOrRefused(byte[] body) {
    if (body == null) return;
    Service.answers(
        200,
        body,
        partner -> {
          var export = partner.exports().billedReconciliation("G1").start();
          try (Stream<ReconciliationRecord> rows = export.onUnreadable(row -> {}).stream()) {
            rows.forEach(ReconciliationRecord::toString);
          }
        });
  }
}
