package disclosure.report.signature;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.util.CollectionStore;

/** Signs documents with the key of an organ. */
public final class ReportSigner {

  private final ECPrivateKeyParameters key;
  private final X509CertificateHolder certificate;
  private final List<X509CertificateHolder> chain;

  private ReportSigner(
      ECPrivateKeyParameters key,
      X509CertificateHolder certificate,
      List<X509CertificateHolder> chain) {
    this.key = key;
    this.certificate = certificate;
    this.chain = chain;
  }

  /**
   * Reads a file in PEM: an SM2 key without a password (PKCS #8, or as OpenSSL writes EC keys), its
   * certificate, and those of the authorities above it, but for the topmost if it is known anyway.
   *
   * @throws UnusableKey with a sentence that says what is wrong, and never what the file holds
   */
  public static ReportSigner read(Path file) {
    List<Object> objects;
    try {
      objects = Pem.objects(Pem.read(file));
    } catch (IOException unreadable) {
      throw new UnusableKey("The file of the signing key (SIGNING_KEY_FILE) can't be read as PEM");
    }
    List<X509CertificateHolder> certificates =
        objects.stream()
            .filter(X509CertificateHolder.class::isInstance)
            .map(X509CertificateHolder.class::cast)
            .toList();
    ECPrivateKeyParameters key =
        objects.stream()
            .flatMap(one -> privateKey(one).stream())
            .findFirst()
            .orElseThrow(() -> lacks("an SM2 key without a password"));
    X509CertificateHolder own =
        certificates.stream()
            .filter(one -> belongs(one, key))
            .findFirst()
            .orElseThrow(() -> lacks("the certificate of its key"));
    if (!maySign(own)) {
      throw new UnusableKey(
          "The certificate of the signing key (SIGNING_KEY_FILE) is not one for signatures");
    }
    return new ReportSigner(key, own, certificates);
  }

  /** Who signs, as the certificate calls him. */
  public String name() {
    return certificate.getSubject().toString();
  }

  /** Whether the certificate holds at the moment. */
  public boolean isValidAt(Instant moment) {
    return certificate.isValidOn(Date.from(moment));
  }

  /** Until when the certificate holds. */
  public Instant validUntil() {
    return certificate.getNotAfter().toInstant();
  }

  /**
   * The signature as CMS SignedData in DER, without the document; the signer's certificate and the
   * moment, in whole seconds, are part of it.
   *
   * @throws UnusableKey when the certificate doesn't hold at the moment
   */
  public byte[] sign(byte[] document, Instant moment) {
    if (!isValidAt(moment)) {
      throw new UnusableKey(
          "The certificate of the signing key (SIGNING_KEY_FILE) holds from "
              + certificate.getNotBefore().toInstant()
              + " until "
              + validUntil());
    }
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(
        new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(moment)))));
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
              .setSignedAttributeGenerator(
                  new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
              .build(Sm2.signer(key), certificate));
      generator.addCertificates(new CollectionStore<>(chain));
      return generator
          .generate(new CMSProcessableByteArray(document), false)
          .getEncoded(ASN1Encoding.DER);
    } catch (CMSException | OperatorCreationException | IOException impossible) {
      throw new IllegalStateException("a document can't be signed", impossible);
    }
  }

  private static Optional<ECPrivateKeyParameters> privateKey(Object object) {
    Optional<PrivateKeyInfo> info =
        object instanceof PEMKeyPair pair
            ? Optional.of(pair.getPrivateKeyInfo())
            : Optional.of(object)
                .filter(PrivateKeyInfo.class::isInstance)
                .map(PrivateKeyInfo.class::cast);
    try {
      return info.isPresent()
              && PrivateKeyFactory.createKey(info.get()) instanceof ECPrivateKeyParameters key
          ? Optional.of(key)
          : Optional.empty();
    } catch (IOException | IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static boolean belongs(X509CertificateHolder certificate, ECPrivateKeyParameters key) {
    try {
      return new FixedPointCombMultiplier()
          .multiply(key.getParameters().getG(), key.getD())
          .equals(Sm2.publicKey(certificate).getQ());
    } catch (IOException | IllegalArgumentException other) {
      return false;
    }
  }

  private static boolean maySign(X509CertificateHolder certificate) {
    KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
    return usage == null
        || usage.hasUsages(KeyUsage.digitalSignature)
        || usage.hasUsages(KeyUsage.nonRepudiation);
  }

  private static UnusableKey lacks(String what) {
    return new UnusableKey("The file of the signing key (SIGNING_KEY_FILE) lacks " + what);
  }
}
