package io.partnercenter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that answers suggest, and what callers may join to a folder. */
class OfferedNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "attachment; filename=Invoice_G000000041.pdf | Invoice_G000000041.pdf",
        "attachment; filename=\"E-Tax 7.PDF\" | E-Tax 7.pdf",
        "ATTACHMENT;FILENAME = a.pdf ; size=7 | a.pdf",
        "inline; filename=\"a;b.pdf\" | a;b.pdf",
        "attachment; filename=a.pdf; filename*=UTF-8''Z%C3%BCrich%20+1.pdf | Zürich +1.pdf",
        "attachment; filename*=utf-8'de'%E6%A0%AA.pdf | 株.pdf",
        "attachment; filename=a.pdf; filename*=UTF-8''%ZZ | a.pdf",
        "attachment; filename=a.pdf; filename*=x-unknown''b.pdf | a.pdf",
        "attachment; filename=noending | noending.pdf",
        "attachment; filename=a.pdf.exe | a.pdf.exe.pdf",
      })
  void areTaken(String header, String name) {
    assertThat(OfferedName.in(header)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "filename=\"../../etc/passwd\" | passwd.pdf",
        "filename=\"/etc/cron.d/job.pdf\" | job.pdf",
        "filename=\"C:\\\\Windows\\\\a.pdf\" | a.pdf",
        "filename=\"C:a.pdf\" | Ca.pdf",
        "filename*=UTF-8''..%2F..%5Ca.pdf | a.pdf",
        "filename*=UTF-8''a%00%0D%0Ab.pdf | ab.pdf",
        "filename*=UTF-8''a%E2%80%AEfdp.exe | afdp.exe.pdf",
        "filename=\"a.pdf:stream\" | a.pdfstream.pdf",
        "filename=.htaccess | htaccess.pdf",
        "filename=\"a.pdf. . \" | a.pdf",
        "filename=CON | _CON.pdf",
        "filename=nul.pdf | _nul.pdf",
        "filename=Com1.x.pdf | _Com1.x.pdf",
        "filename=\"aux .pdf\" | _aux.pdf",
        "filename*=UTF-8''LPT%C2%B9.pdf | _LPT¹.pdf",
        "filename=console.pdf | console.pdf",
      })
  void areMadeHarmless(String parameter, String name) {
    assertThat(OfferedName.in("attachment; " + parameter)).isEqualTo(name);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "attachment",
        "attachment; filename=",
        "attachment; filename=\"\"",
        "attachment; filename=\"..\"",
        "attachment; filename=\"a/\"",
        "attachment; filename=.pdf",
        "attachment; filename=\"???\"",
        "attachment; name=a.pdf",
      })
  void areAbsentIfNothingIsLeft(String header) {
    assertThat(OfferedName.in(header)).isNull();
  }

  @Test
  void areCutWhereFileSystemsEnd() {
    String name = OfferedName.in("attachment; filename=" + "株".repeat(600) + ".pdf");

    assertThat(name).isEqualTo("株".repeat(66) + ".pdf");
  }
}
