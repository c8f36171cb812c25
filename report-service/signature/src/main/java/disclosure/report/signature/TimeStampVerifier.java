package disclosure.report.signature;

import disclosure.report.signature.Verdict.Doubt;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.CMSVerifierCertificateNotValidException;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/**
 * Says whether a time stamp (RFC 3161) is over some bytes, and whether an authority that is
 * believed vouches for it. Their keys may be of any kind, SM2 among them.
 */
public final class TimeStampVerifier {

  /** How far an authority's clock and ours may be apart. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final int MAX_CERTIFICATES = 20;

  /** Not installed in the JDK: only what is verified here goes by it. */
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private final List<X509CertificateHolder> believed;

  private TimeStampVerifier(List<X509CertificateHolder> believed) {
    this.believed = believed;
  }

  /**
   * Believes the certificates of a file, in PEM or DER: authorities for time stamps themselves, or
   * those above them.
   *
   * @throws IOException when it can't be read, or holds no certificate
   */
  public static TimeStampVerifier believing(Path file) throws IOException {
    return new TimeStampVerifier(Pem.certificates(Pem.read(file)));
  }

  /**
   * Takes what an authority answered, if it can be kept for good.
   *
   * @param now the moment by our clock
   * @throws UnusableTimeStamp when it is refused, or not over what was asked about, not to this
   *     question, of another time, or of nobody who is believed
   */
  public TimeStamp take(TimeStampQuery query, byte[] answer, Instant now) throws UnusableTimeStamp {
    byte[] kept;
    TimeStampToken token;
    try {
      TimeStampResponse response = new TimeStampResponse(answer);
      token = response.getTimeStampToken();
      if (token == null || !isGranted(response)) {
        throw new UnusableTimeStamp(
            "The authority for time stamps (TIME_STAMP_URL) refuses: status "
                + response.getStatus()
                + Optional.ofNullable(response.getFailInfo())
                    .map(failure -> ", failure " + failure.intValue())
                    .orElse(""));
      }
      // Without what may stand behind it.
      kept = response.getEncoded();
    } catch (TSPException | IOException | RuntimeException broken) {
      throw unusable("is no time stamp");
    }
    Verdict verdict = verify(query.content(), kept);
    if (verdict instanceof Verdict.NotReadable) {
      throw unusable("is no time stamp that can be verified");
    }
    if (verdict instanceof Verdict.Altered) {
      throw unusable("is not over what was asked about, or was altered");
    }
    if (verdict instanceof Verdict.NotTrusted doubted) {
      throw unusable(
          "is of nobody for whom TIME_STAMP_CERTIFICATES vouches (" + doubted.why() + ")");
    }
    if (!query.nonce().equals(token.getTimeStampInfo().getNonce())) {
      throw unusable("belongs to another question");
    }
    Instant at = ((Verdict.Genuine) verdict).at();
    if (Duration.between(at, now).abs().compareTo(TOLERANCE) > 0) {
      throw unusable(
          "is of another time than ours by more than "
              + TOLERANCE.toMinutes()
              + " minutes: one of the clocks is wrong");
    }
    return new TimeStamp(kept, at);
  }

  private static UnusableTimeStamp unusable(String why) {
    return new UnusableTimeStamp(
        "What the authority for time stamps (TIME_STAMP_URL) answers " + why);
  }

  /**
   * Verifies.
   *
   * @param content what it is said to be over
   * @param stamp as an authority answers ({@code .tsr})
   */
  public Verdict verify(byte[] content, byte[] stamp) {
    try {
      TimeStampResponse response = new TimeStampResponse(stamp);
      TimeStampToken token = response.getTimeStampToken();
      if (token == null || !isGranted(response)) {
        return new Verdict.NotReadable();
      }
      Collection<X509CertificateHolder> known =
          new ArrayList<>(token.getCertificates().getMatches(null));
      if (known.size() > MAX_CERTIFICATES) {
        return new Verdict.NotReadable();
      }
      known.addAll(believed);
      TimeStampTokenInfo info = token.getTimeStampInfo();
      Optional<byte[]> digest = digest(info, content);
      Optional<X509CertificateHolder> certificate =
          known.stream().filter(one -> token.getSID().match(one)).findFirst();
      if (digest.isEmpty() || certificate.isEmpty()) {
        return new Verdict.NotReadable();
      }
      return MessageDigest.isEqual(digest.get(), info.getMessageImprintDigest())
          ? verify(token, certificate.get(), known)
          : new Verdict.Altered();
    } catch (TSPException
        | IOException
        | OperatorCreationException
        | CertificateException
        | RuntimeException broken) {
      return new Verdict.NotReadable();
    }
  }

  /** Whatever else an answer bears, it is none where the authority says that it gives none. */
  private static boolean isGranted(TimeStampResponse response) {
    return response.getStatus() == PKIStatus.GRANTED
        || response.getStatus() == PKIStatus.GRANTED_WITH_MODS;
  }

  private static Optional<byte[]> digest(TimeStampTokenInfo info, byte[] content) {
    return Arrays.stream(StampDigest.values())
        .filter(one -> one.identifier().equals(info.getMessageImprintAlgOID()))
        .findFirst()
        .map(one -> one.of(content));
  }

  private Verdict verify(
      TimeStampToken token,
      X509CertificateHolder certificate,
      Collection<X509CertificateHolder> known)
      throws TSPException, OperatorCreationException, CertificateException {
    Instant at = token.getTimeStampInfo().getGenTime().toInstant();
    String name = certificate.getSubject().toString();
    try {
      if (!token.isSignatureValid(keyVerifier(certificate))) {
        return new Verdict.Altered();
      }
    } catch (TSPException failed) {
      if (failed.getCause() instanceof CMSSignerDigestMismatchException) {
        return new Verdict.Altered();
      }
      throw failed;
    }
    return doubt(token, certificate, known, at)
        .<Verdict>map(why -> new Verdict.NotTrusted(name, at, why))
        .orElseGet(() -> new Verdict.Genuine(name, at));
  }

  private Optional<Doubt> doubt(
      TimeStampToken token,
      X509CertificateHolder certificate,
      Collection<X509CertificateHolder> known,
      Instant at)
      throws TSPException, OperatorCreationException, CertificateException {
    CertificatePath path = new CertificatePath(believed, known, TimeStampVerifier::verifiers);
    if (!path.leadsFrom(certificate)) {
      return Optional.of(Doubt.UNKNOWN_SIGNER);
    }
    if (!certificate.isValidOn(Date.from(at)) || !path.leadsFrom(certificate, at)) {
      return Optional.of(Doubt.NOT_VALID_THEN);
    }
    try {
      TSPUtil.validateCertificate(certificate);
    } catch (TSPValidationException other) {
      return Optional.of(Doubt.NOT_FOR_TIME_STAMPS);
    }
    try {
      // That the stamp names this certificate, and no other one of the same key.
      token.validate(signerVerifier(certificate));
      return Optional.empty();
    } catch (TSPException failed) {
      if (failed.getCause() instanceof CMSVerifierCertificateNotValidException) {
        return Optional.of(Doubt.NOT_VALID_THEN);
      }
      throw failed;
    }
  }

  private static SignerInformationVerifier signerVerifier(X509CertificateHolder certificate)
      throws OperatorCreationException, CertificateException {
    return Sm2.isKey(certificate.getSubjectPublicKeyInfo())
        ? Sm2.signerVerifier(certificate)
        : new JcaSimpleSignerInfoVerifierBuilder().setProvider(PROVIDER).build(certificate);
  }

  /** Without its certificate: with that, a signature out of its time isn't looked at. */
  private static SignerInformationVerifier keyVerifier(X509CertificateHolder certificate)
      throws OperatorCreationException, TSPException {
    if (Sm2.isKey(certificate.getSubjectPublicKeyInfo())) {
      return Sm2.keyVerifier(certificate);
    }
    try {
      return new JcaSimpleSignerInfoVerifierBuilder()
          .setProvider(PROVIDER)
          .build(BouncyCastleProvider.getPublicKey(certificate.getSubjectPublicKeyInfo()));
    } catch (IOException noKey) {
      throw new TSPException("a key of an unknown kind", noKey);
    }
  }

  private static ContentVerifierProvider verifiers(X509CertificateHolder issuer) {
    if (Sm2.isKey(issuer.getSubjectPublicKeyInfo())) {
      return Sm2.verifiers(issuer);
    }
    try {
      return new JcaContentVerifierProviderBuilder().setProvider(PROVIDER).build(issuer);
    } catch (OperatorCreationException | CertificateException noKey) {
      return new None(issuer);
    }
  }

  /** Verifies nothing, since the key isn't known. */
  private record None(X509CertificateHolder certificate) implements ContentVerifierProvider {

    @Override
    public boolean hasAssociatedCertificate() {
      return true;
    }

    @Override
    public X509CertificateHolder getAssociatedCertificate() {
      return certificate;
    }

    @Override
    public ContentVerifier get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
      throw new OperatorCreationException("a key of an unknown kind");
    }
  }
}
