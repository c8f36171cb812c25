package disclosure.report.signature;

import disclosure.report.signature.Verdict.Doubt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;

/** Says whether a document is what was signed, and whether somebody believed vouches for it. */
public final class ReportVerifier {

  /** A signature bears its signer's and those of the authorities above. */
  private static final int MAX_CERTIFICATES = 20;

  private final List<X509CertificateHolder> believed;

  private ReportVerifier(List<X509CertificateHolder> believed) {
    this.believed = believed;
  }

  /**
   * Believes the certificates of a file, in PEM or DER: signers themselves, or authorities.
   *
   * @throws IOException when it can't be read, or holds no certificate
   */
  public static ReportVerifier believing(Path file) throws IOException {
    return new ReportVerifier(Pem.certificates(Pem.read(file)));
  }

  /**
   * The certificates that a signature bears, the signer's first and then the others, in PEM.
   *
   * @throws IOException when it is no signature over a document, or bears none of its signer
   */
  public static byte[] certificates(byte[] signature) throws IOException {
    try {
      CMSSignedData signed = new CMSSignedData(signature);
      Collection<X509CertificateHolder> borne = signed.getCertificates().getMatches(null);
      SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
      List<X509CertificateHolder> own =
          borne.stream().filter(one -> signer.getSID().match(one)).toList();
      if (own.isEmpty()) {
        throw new IOException("a signature without its signer's certificate");
      }
      return Pem.written(Stream.concat(own.stream(), borne.stream()).distinct().toList());
    } catch (CMSException | RuntimeException broken) {
      throw new IOException("no signature over a document", broken);
    }
  }

  /**
   * Verifies.
   *
   * @param signature as {@link ReportSigner#sign} gives it
   */
  public Verdict verify(byte[] document, byte[] signature) {
    return verify(document, signature, Instant.MIN);
  }

  /**
   * Verifies a signature that an authority stamped. That it is no younger than it says is the
   * signer's word alone, so the certificates must have held when it was stamped, too.
   *
   * @param signature as {@link ReportSigner#sign} gives it
   * @param stampedAt as a stamp says that is believed
   */
  public Verdict verify(byte[] document, byte[] signature, Instant stampedAt) {
    try {
      CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(document), signature);
      Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
      Collection<X509CertificateHolder> known =
          new ArrayList<>(signed.getCertificates().getMatches(null));
      if (signers.size() != 1 || known.size() > MAX_CERTIFICATES) {
        return new Verdict.NotReadable();
      }
      known.addAll(believed);
      SignerInformation signer = signers.iterator().next();
      Optional<Instant> at = time(signer);
      Optional<X509CertificateHolder> certificate =
          known.stream().filter(one -> signer.getSID().match(one)).findFirst();
      if (at.isEmpty() || certificate.isEmpty() || !isNational(signer)) {
        return new Verdict.NotReadable();
      }
      return verify(signer, certificate.get(), known, at.get(), stampedAt);
    } catch (CMSException | RuntimeException broken) {
      return new Verdict.NotReadable();
    }
  }

  private Verdict verify(
      SignerInformation signer,
      X509CertificateHolder certificate,
      Collection<X509CertificateHolder> known,
      Instant at,
      Instant stampedAt)
      throws CMSException {
    try {
      if (!signer.verify(Sm2.keyVerifier(certificate))) {
        return new Verdict.Altered();
      }
    } catch (CMSSignerDigestMismatchException other) {
      return new Verdict.Altered();
    }
    return doubt(certificate, known, at, stampedAt)
        .<Verdict>map(why -> new Verdict.NotTrusted(name(certificate), at, why))
        .orElseGet(() -> new Verdict.Genuine(name(certificate), at));
  }

  private Optional<Doubt> doubt(
      X509CertificateHolder certificate,
      Collection<X509CertificateHolder> known,
      Instant at,
      Instant stampedAt) {
    CertificatePath path = new CertificatePath(believed, known);
    if (!path.leadsFrom(certificate)) {
      return Optional.of(Doubt.UNKNOWN_SIGNER);
    }
    if (!path.leadsFrom(certificate, at)) {
      return Optional.of(Doubt.NOT_VALID_THEN);
    }
    if (stampedAt.isAfter(at) && !path.leadsFrom(certificate, stampedAt)) {
      return Optional.of(Doubt.NOT_VALID_WHEN_STAMPED);
    }
    KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
    return usage == null
            || usage.hasUsages(KeyUsage.digitalSignature)
            || usage.hasUsages(KeyUsage.nonRepudiation)
        ? Optional.empty()
        : Optional.of(Doubt.NOT_FOR_SIGNATURES);
  }

  private static boolean isNational(SignerInformation signer) {
    return signer.getDigestAlgorithmID().getAlgorithm().equals(GMObjectIdentifiers.sm3)
        && signer.getEncryptionAlgOID().equals(Sm2.WITH_SM3.getAlgorithm().getId());
  }

  private static Optional<Instant> time(SignerInformation signer) {
    return Optional.ofNullable(signer.getSignedAttributes())
        .map(attributes -> attributes.get(CMSAttributes.signingTime))
        .map(Attribute::getAttributeValues)
        .filter(values -> values.length == 1)
        .map(values -> Time.getInstance(values[0]).getDate().toInstant());
  }

  private static String name(X509CertificateHolder certificate) {
    return certificate.getSubject().toString();
  }
}
