package disclosure.report.signing;

import disclosure.report.publication.DocumentKey;
import disclosure.report.publication.FrozenDocument;
import disclosure.report.publication.Publications;
import disclosure.report.publication.Signatures;
import disclosure.report.signature.ReportVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;

/** What proves that published documents are genuine. */
@ApplicationScoped
public class Proofs {

  private final Publications publications;
  private final Signatures signatures;

  Proofs(Publications publications, Signatures signatures) {
    this.publications = publications;
    this.signatures = signatures;
  }

  /** One for a document, if there is any. */
  public Optional<byte[]> of(DocumentKey key, Proof proof) {
    return switch (proof) {
      case SIGNATURE -> signature(key);
      case CERTIFICATE -> signature(key).map(Proofs::certificates);
      case TIME_STAMP -> signatures.stampOf(key);
    };
  }

  private Optional<byte[]> signature(DocumentKey key) {
    return publications
        .document(key.id(), key.revision(), key.format())
        .flatMap(FrozenDocument::signature);
  }

  private static byte[] certificates(byte[] signature) {
    try {
      return ReportVerifier.certificates(signature);
    } catch (IOException impossible) {
      throw new IllegalStateException("a stored signature can't be read", impossible);
    }
  }
}
