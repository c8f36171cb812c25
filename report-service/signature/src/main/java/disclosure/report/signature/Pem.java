package disclosure.report.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** What stands in a file of certificates and keys. */
final class Pem {

  /** Keys and certificates take some kilobytes. */
  static final int MAX_BYTES = 1 << 20;

  private Pem() {}

  /**
   * All that stands in the text, in its order.
   *
   * @throws IOException also for what is no PEM; it quotes nothing of the file
   */
  static List<Object> objects(byte[] content) throws IOException {
    List<Object> objects = new ArrayList<>();
    try (PEMParser parser =
        new PEMParser(new StringReader(new String(content, StandardCharsets.US_ASCII)))) {
      for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
        objects.add(next);
      }
    } catch (IOException | RuntimeException broken) {
      throw new IOException("not PEM");
    }
    return objects;
  }

  /** The certificates of a file in PEM, or the one of a file in DER. */
  static List<X509CertificateHolder> certificates(byte[] content) throws IOException {
    List<X509CertificateHolder> found =
        objects(content).stream()
            .filter(X509CertificateHolder.class::isInstance)
            .map(X509CertificateHolder.class::cast)
            .toList();
    return found.isEmpty() ? List.of(new X509CertificateHolder(content)) : found;
  }

  /** Certificates one behind the other. */
  static byte[] written(Collection<X509CertificateHolder> certificates) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      for (X509CertificateHolder certificate : certificates) {
        writer.writeObject(new PemObject("CERTIFICATE", certificate.getEncoded()));
      }
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] read(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      byte[] bytes = content.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IOException("too large");
      }
      return bytes;
    }
  }
}
