package disclosure.report.signing;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.report.publication.FrozenDocument;
import disclosure.report.signature.ReportSigner;
import disclosure.report.signature.UnusableKey;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Signs what is published, where there is a key for it. A key that can't be used stops the start,
 * and later each publication: a signature that comes afterwards is of another moment.
 */
@Startup
@Singleton
public class DocumentSigning {

  private static final Logger LOG = Logger.getLogger(DocumentSigning.class);

  private final Optional<Path> keyFile;

  DocumentSigning(SigningSettings settings, Clock clock) {
    this.keyFile = settings.keyFile();
    keyFile.map(ReportSigner::read).ifPresent(signer -> tell(signer, clock.instant()));
  }

  /** Whether this instance has a key. */
  boolean hasKey() {
    return keyFile.isPresent();
  }

  /**
   * The key as it is now.
   *
   * @throws UnusableKey when there is none, or it can't be used
   */
  ReportSigner signer() {
    return ReportSigner.read(keyFile.orElseThrow());
  }

  private static void tell(ReportSigner signer, Instant now) {
    if (signer.isValidAt(now)) {
      LOG.infof(
          "Published documents are signed by %s; the certificate holds until %s",
          signer.name(), signer.validUntil());
    } else {
      LOG.errorf(
          "The certificate of the signing key (SIGNING_KEY_FILE) does not hold now, but until %s:"
              + " nothing can be published before another takes its place",
          signer.validUntil());
    }
  }

  /**
   * The same documents with signatures of the moment, or as they are when nothing is signed.
   *
   * @throws Refusal 503 when the key can't be used
   */
  public List<FrozenDocument> signed(List<FrozenDocument> documents, Instant now) {
    if (keyFile.isEmpty()) {
      return documents;
    }
    try {
      ReportSigner signer = signer();
      return documents.stream()
          .map(document -> document.signed(signer.sign(document.bytes(), now)))
          .toList();
    } catch (UnusableKey unusable) {
      LOG.error(unusable.getMessage());
      throw Refusal.unavailable(
          new Text(
              "签名密钥或者其证书暂不可用，报告未公布。请联系系统管理员。",
              "The signing key or its certificate can't be used just now, so nothing was published."
                  + " Tell the system's administrator."));
    }
  }
}
