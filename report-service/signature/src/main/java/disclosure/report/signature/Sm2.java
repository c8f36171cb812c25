package disclosure.report.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/**
 * SM2 with SM3 for the user id that everybody uses, 1234567812345678 (GB/T 35276), as DER (GB/T
 * 32918.2).
 */
final class Sm2 {

  static final AlgorithmIdentifier WITH_SM3 =
      new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);

  private Sm2() {}

  /** Whether the key is one on the curve of the standard. */
  static boolean isKey(SubjectPublicKeyInfo key) {
    return GMObjectIdentifiers.sm2p256v1.equals(key.getAlgorithm().getParameters());
  }

  static ECPublicKeyParameters publicKey(X509CertificateHolder certificate) throws IOException {
    if (isKey(certificate.getSubjectPublicKeyInfo())
        && PublicKeyFactory.createKey(certificate.getSubjectPublicKeyInfo())
            instanceof ECPublicKeyParameters key) {
      return key;
    }
    throw new IOException("not a certificate of an SM2 key");
  }

  static ContentSigner signer(ECPrivateKeyParameters key) {
    return new Signing(key);
  }

  /** Verifies what the bearer of the certificate signed. */
  static ContentVerifierProvider verifiers(X509CertificateHolder certificate) {
    return new ContentVerifierProvider() {
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
        if (!algorithm.getAlgorithm().equals(WITH_SM3.getAlgorithm())) {
          throw new OperatorCreationException("signed by another algorithm than SM2 with SM3");
        }
        try {
          return new Verifying(publicKey(certificate));
        } catch (IOException | IllegalArgumentException noKey) {
          throw new OperatorCreationException("not a certificate of an SM2 key", noKey);
        }
      }
    };
  }

  /** Verifies what the bearer of the certificate signed in the form of CMS, while it was valid. */
  static SignerInformationVerifier signerVerifier(X509CertificateHolder certificate) {
    return signerVerifier(verifiers(certificate));
  }

  /** The same, whenever it was signed. */
  static SignerInformationVerifier keyVerifier(X509CertificateHolder certificate) {
    return signerVerifier(new KeyAlone(verifiers(certificate)));
  }

  private static SignerInformationVerifier signerVerifier(ContentVerifierProvider verifiers) {
    return new SignerInformationVerifier(
        (digest, signing) -> signing.getAlgorithm().getId(),
        name -> new AlgorithmIdentifier(new ASN1ObjectIdentifier(name)),
        verifiers,
        new BcDigestCalculatorProvider());
  }

  /** With a certificate, dates are looked at first, and a signature out of its time not at all. */
  private record KeyAlone(ContentVerifierProvider verifiers) implements ContentVerifierProvider {

    @Override
    public boolean hasAssociatedCertificate() {
      return false;
    }

    @Override
    public X509CertificateHolder getAssociatedCertificate() {
      throw new IllegalStateException("a key without its certificate");
    }

    @Override
    public ContentVerifier get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
      return verifiers.get(algorithm);
    }
  }

  private static SM2Signer prepared(boolean signing, AsymmetricKeyParameter key) {
    SM2Signer sm2 = new SM2Signer();
    sm2.init(signing, signing ? new ParametersWithRandom(key, new SecureRandom()) : key);
    return sm2;
  }

  private static final class Signing implements ContentSigner {

    private final ECPrivateKeyParameters key;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Signing(ECPrivateKeyParameters key) {
      this.key = key;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return WITH_SM3;
    }

    @Override
    public OutputStream getOutputStream() {
      return content;
    }

    @Override
    public byte[] getSignature() {
      byte[] bytes = content.toByteArray();
      try {
        SM2Signer sm2 = prepared(true, key);
        sm2.update(bytes, 0, bytes.length);
        return sm2.generateSignature();
      } catch (CryptoException impossible) {
        throw new RuntimeOperatorException("nothing was signed", impossible);
      }
    }
  }

  private static final class Verifying implements ContentVerifier {

    private final ECPublicKeyParameters key;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Verifying(ECPublicKeyParameters key) {
      this.key = key;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return WITH_SM3;
    }

    @Override
    public OutputStream getOutputStream() {
      return content;
    }

    @Override
    public boolean verify(byte[] signature) {
      byte[] bytes = content.toByteArray();
      SM2Signer sm2 = prepared(false, key);
      sm2.update(bytes, 0, bytes.length);
      return sm2.verifySignature(signature);
    }
  }
}
