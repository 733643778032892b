package io.partnercenter.exports;

import io.partnercenter.internal.ExportRequest;
import io.partnercenter.internal.ExportService;
import io.partnercenter.internal.HandleText;
import io.partnercenter.internal.ServiceClient;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** One export that may be asked for. */
public final class ExportOperations<T> {
  private final ServiceClient graph;
  private final ServiceClient storage;
  private final ExportRequest<T> request;
  private final ExportOptions options;

  ExportOperations(ServiceClient graph, ServiceClient storage, ExportRequest<T> request) {
    this(graph, storage, request, ExportOptions.defaults());
  }

  private ExportOperations(
      ServiceClient graph, ServiceClient storage, ExportRequest<T> request, ExportOptions options) {
    this.graph = graph;
    this.storage = storage;
    this.request = request;
    this.options = options;
  }

  /** The same with all attributes, as it is unless said otherwise, or with fewer. */
  public ExportOperations<T> attributes(AttributeSet attributes) {
    Objects.requireNonNull(attributes, "attributes");
    ExportRequest<T> changed = request.with("attributeSet", attributes.wireValue());
    return new ExportOperations<>(graph, storage, changed, options);
  }

  /** The same, waited for and read in another way. */
  public ExportOperations<T> with(ExportOptions options) {
    Objects.requireNonNull(options, "options");
    return new ExportOperations<>(graph, storage, request, options);
  }

  /**
   * Asks for the export; one request, and the answer comes at once. Asking twice makes two exports
   * of the same, and costs the service's time; a job that may be killed stores {@link
   * RunningExport#handle} and {@linkplain #pickUp picks it up}.
   *
   * @throws io.partnercenter.errors.PartnerException if the service refused, could not be reached,
   *     or was not understood
   */
  public RunningExport<T> start() {
    return running(service().start());
  }

  /** {@link #start} on another thread; cancelling the future ends the call. */
  public CompletableFuture<RunningExport<T>> startAsync() {
    return graph.async(this::start);
  }

  /**
   * The export that was started earlier, perhaps by another process. Makes no request.
   *
   * @throws IllegalArgumentException if {@code handle} is damaged or of another export
   */
  public RunningExport<T> pickUp(ExportHandle handle) {
    return running(HandleText.operationId(handle, request));
  }

  /**
   * All of it: starts the export, waits for it, and reads its rows, in no particular order. To be
   * closed, if it is not read to its end. See {@link RunningExport#stream}.
   */
  public Stream<T> stream() {
    return start().stream();
  }

  private RunningExport<T> running(String operationId) {
    return new RunningExport<>(service(), operationId, options, null);
  }

  private ExportService<T> service() {
    return new ExportService<>(graph, storage, request);
  }
}
