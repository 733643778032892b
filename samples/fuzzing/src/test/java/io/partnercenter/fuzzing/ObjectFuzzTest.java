package io.partnercenter.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Answers that are one object, and refusals. */
class ObjectFuzzTest {
  @FuzzTest(maxDuration = "2m")
  void anAnswerIsReadOrRefused(byte[] body) {
    if (body == null) return;
    Service.answers(200, body, partner -> partner.invoices().summary().get().toString());
    Service.answers(200, body, partner -> partner.invoices().byId("G1").get().toString());
    Service.answers(400, body, partner -> partner.invoices().summary().get());
  }
}
