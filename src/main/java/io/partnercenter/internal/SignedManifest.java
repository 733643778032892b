package io.partnercenter.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnercenter.models.ExportManifest;
import io.partnercenter.models.ManifestBlob;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A manifest, and the signature that opens its files for the time being. It prints as dots.
 *
 * @param root where the files are; the last segment has no slash behind it
 * @param signature the query of every file's address: already encoded, and sent as it came
 */
public record SignedManifest(ExportManifest manifest, @Nullable HttpUrl root, String signature) {
  private static final String STORAGE = ".blob.core.windows.net";

  /** OkHttp takes more for a host than there can be, signatures for example. */
  private static final String HOST = "[\\w.:-]+";

  /**
   * Reads what the service says of an export's files.
   *
   * @param local whether the service is on this machine, where its storage may then be too
   * @throws UnreadableAnswer if it is no manifest, is not complete, or leads to another place than
   *     Azure Storage
   */
  static SignedManifest of(JsonNode json, boolean local) throws IOException, UnreadableAnswer {
    if (!(json instanceof ObjectNode object)) throw problem("what is no manifest");
    if (!object.path("blobs").isArray() && object.path("blobCount").asInt(-1) != 0) {
      throw problem("what does not name its files"); // Nothing at all would pass for no rows.
    }
    String signature = object.path("sasToken").asText("");
    ObjectNode open = object.deepCopy();
    Signatures.removeFrom(open);
    HttpUrl root = HttpUrl.parse(open.path("rootDirectory").asText(""));
    if (root != null && !bare(root).equals(root)) open.put("rootDirectory", bare(root).toString());
    ExportManifest manifest =
        UnreadableAnswer.decoding(() -> Json.MAPPER.treeToValue(open, ExportManifest.class));
    return of(manifest, signature.startsWith("?") ? signature.substring(1) : signature, local);
  }

  static SignedManifest of(ExportManifest manifest, String signature, boolean local)
      throws UnreadableAnswer {
    check(manifest);
    HttpUrl root = manifest.blobs().isEmpty() ? null : root(manifest.rootDirectory(), local);
    return new SignedManifest(manifest, root, signature);
  }

  private static void check(ExportManifest manifest) throws UnreadableAnswer {
    String id = manifest.id();
    if (id != null && !id.isBlank()) OperationAnswer.checked(id);
    Integer count = manifest.blobCount();
    int there = manifest.blobs().size();
    if (count != null && count != there) {
      throw problem("a manifest of " + count + " files that names " + there);
    }
    Set<String> names = new HashSet<>();
    for (ManifestBlob blob : manifest.blobs()) {
      String name = blob.name();
      if (name == null || name.isBlank()) throw problem("a file without a name");
      if (!names.add(name)) throw problem("the file " + name + " twice");
      for (String step : name.split("/", -1)) {
        if (step.isEmpty() || step.equals(".") || step.equals("..")) {
          throw problem("a file whose name leads elsewhere");
        }
      }
    }
  }

  /** Only to Azure Storage: the signature opens files, and rows from elsewhere are anybody's. */
  private static HttpUrl root(@Nullable String directory, boolean local) throws UnreadableAnswer {
    HttpUrl url = directory == null ? null : HttpUrl.parse(directory.replaceAll("/+$", ""));
    if (url == null) throw problem("a manifest without the address of its files");
    if (!url.host().matches(HOST)) throw problem("files at an address that is none");
    boolean storage = url.isHttps() && url.host().endsWith(STORAGE);
    if (storage || (local && ServiceAddress.isLoopback(url.host()))) return bare(url);
    throw problem("files at " + url.host() + ", which is not Azure Storage");
  }

  /** The address is printed and stored, which must not happen to a signature behind it. */
  private static HttpUrl bare(HttpUrl url) {
    return url.newBuilder().username("").password("").query(null).fragment(null).build();
  }

  /** Where one of the files is, signature included: a secret. */
  HttpUrl address(String name) {
    if (root == null) throw new IllegalStateException("a manifest without files has no address");
    HttpUrl.Builder address = root.newBuilder();
    for (String segment : name.split("/", -1)) address.addPathSegment(segment);
    return address.encodedQuery(signature.isEmpty() ? null : signature).build();
  }

  private static UnreadableAnswer problem(String what) {
    return new UnreadableAnswer("answered with " + what);
  }

  @Override
  public String toString() {
    return "SignedManifest[manifest=" + manifest + ", signature=…]";
  }
}
