package io.partnercenter.exports;

import static java.util.Objects.requireNonNull;

import io.partnercenter.internal.BlobStreams;
import io.partnercenter.transport.Transport;
import java.io.Serializable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file of an export, as a value: it can be sent to another process or machine, which reads it
 * with nothing but this SDK. Whoever has it can read the file for as long as the signature is good,
 * so it is kept like a password; it prints without.
 *
 * @param <T> the type of its rows
 * @param rowType what its rows are
 * @param rootDirectory where the files of the export are
 * @param name of this file among them
 * @param signature opens it: a secret
 * @param sizeInBytes how large it is, compressed; absent if the manifest does not say
 * @param itemCount how many rows it has; absent if the manifest does not say
 */
public record ExportBlob<T>(
    Class<T> rowType,
    String rootDirectory,
    String name,
    String signature,
    @Nullable Long sizeInBytes,
    @Nullable Long itemCount)
    implements Serializable {

  /** Takes the parts of an earlier value. */
  public ExportBlob {
    requireNonNull(rowType, "rowType");
    requireNonNull(rootDirectory, "rootDirectory");
    requireNonNull(name, "name");
    requireNonNull(signature, "signature");
  }

  /**
   * Reads its rows, in order. A connection that breaks goes on at the byte where it broke. To be
   * closed, if it is not read to its end.
   *
   * @throws io.partnercenter.errors.PartnerServiceException while it is read, with status 403, if
   *     the signature is no longer good: ask the export for its blobs again
   * @throws io.partnercenter.errors.PartnerExportException while it is read, if it is gone
   * @throws io.partnercenter.errors.PartnerException while it is read, if it cannot be had or
   *     understood, or is not of the size that the manifest says
   * @throws IllegalArgumentException if it is not in Azure Storage
   */
  public Stream<T> stream() {
    return BlobStreams.open(this, null);
  }

  /** {@link #stream()} through {@code transport}, which stays open. */
  public Stream<T> stream(Transport transport) {
    return BlobStreams.open(this, requireNonNull(transport, "transport"));
  }

  /** Without the signature. */
  @Override
  public String toString() {
    return "ExportBlob[" + rootDirectory + "/" + name + "?…]";
  }
}
