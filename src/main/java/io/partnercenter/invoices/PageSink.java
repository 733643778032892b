package io.partnercenter.invoices;

import io.partnercenter.models.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a job that may be interrupted at any time puts its rows, such as a database. Rows and the
 * place reached are stored together, or not at all, so that the job goes on behind the last page it
 * has stored.
 *
 * <pre>{@code
 * rows.drainTo(
 *     new PageSink<>() {
 *       @Override
 *       public Cursor reached() {
 *         return database.cursorOf("march").map(Cursor::new).orElse(null);
 *       }
 *
 *       @Override
 *       public void store(List<DailyRatedUsageLineItem> rows, Cursor reached) {
 *         database.inTransaction(() -> {
 *           database.insert(rows);
 *           database.setCursorOf("march", reached.value());
 *         });
 *       }
 *     });
 * }</pre>
 */
public interface PageSink<T> {
  /** The place that was stored last; absent if the job has stored nothing yet. */
  @Nullable Cursor reached();

  /**
   * Stores the rows of one page, and the place behind it, in one transaction. After the last page
   * that place is the end, and a job that begins there has nothing left to do. What is thrown ends
   * the walk and reaches the caller of {@code drainTo}.
   *
   * @param rows none, if the service sent a page without any
   */
  void store(List<T> rows, Cursor reached);
}
