package disclosure.report.signature;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** A key with its certificate, by which others are certified. */
record TestAuthority(
    X509CertificateHolder certificate,
    AsymmetricCipherKeyPair keys,
    List<X509CertificateHolder> above) {

  static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
  static final Instant UNTIL = Instant.parse("2026-01-01T00:00:00Z");

  /** One that certifies itself. */
  static TestAuthority root(String name) {
    AsymmetricCipherKeyPair keys = newKeys();
    X509CertificateHolder own = certificate(name, keys, name, keys, FROM, UNTIL, true, 6);
    return new TestAuthority(own, keys, List.of());
  }

  /** An authority below this one. */
  TestAuthority authority(String name) {
    return below(name, FROM, UNTIL, true, KeyUsage.keyCertSign);
  }

  /** Somebody who signs documents. */
  TestAuthority signer(String name) {
    return below(name, FROM, UNTIL, false, KeyUsage.digitalSignature);
  }

  TestAuthority below(String name, Instant from, Instant until, boolean authority, int usage) {
    AsymmetricCipherKeyPair own = newKeys();
    X509CertificateHolder issued =
        certificate(
            name, own, certificate.getSubject().toString(), keys, from, until, authority, usage);
    return new TestAuthority(
        issued, own, Stream.concat(Stream.of(certificate), above.stream()).toList());
  }

  /** Another certificate of this authority, by one that it isn't below. */
  X509CertificateHolder alsoBy(TestAuthority other) {
    return certificate(
        certificate.getSubject().toString(),
        keys,
        other.certificate.getSubject().toString(),
        other.keys,
        FROM,
        UNTIL,
        true,
        KeyUsage.keyCertSign);
  }

  ReportSigner reportSigner(Path folder) {
    return ReportSigner.read(
        write(folder, Stream.concat(keyPem(), certificatesPem(0)).toArray(String[]::new)));
  }

  Stream<String> keyPem() {
    try {
      PrivateKeyInfo info =
          PrivateKeyInfoFactory.createPrivateKeyInfo((ECPrivateKeyParameters) keys.getPrivate());
      return Stream.of(pem("PRIVATE KEY", info.getEncoded()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The certificates but for some of the topmost. */
  Stream<String> certificatesPem(int without) {
    return Stream.concat(Stream.of(certificate), above.stream())
        .limit(1L + above.size() - without)
        .map(TestAuthority::pem);
  }

  /** A file with the certificate alone. */
  Path file(Path folder) {
    return write(folder, pem(certificate));
  }

  static Path write(Path folder, String... parts) {
    try {
      return Files.writeString(
          Files.createTempFile(folder, "test", ".pem"),
          String.join("", parts),
          StandardCharsets.US_ASCII);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String pem(X509CertificateHolder certificate) {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static String pem(String kind, byte[] content) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(kind, content));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static AsymmetricCipherKeyPair newKeys() {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(
        new ECKeyGenerationParameters(
            new ECNamedDomainParameters(
                GMObjectIdentifiers.sm2p256v1,
                GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1)),
            new SecureRandom()));
    return generator.generateKeyPair();
  }

  private static X509CertificateHolder certificate(
      String subject,
      AsymmetricCipherKeyPair keys,
      String issuer,
      AsymmetricCipherKeyPair issuerKeys,
      Instant from,
      Instant until,
      boolean authority,
      int usage) {
    try {
      return new X509v3CertificateBuilder(
              named(issuer),
              new BigInteger(64, new SecureRandom()),
              Date.from(from),
              Date.from(until),
              named(subject),
              SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(keys.getPublic()))
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
          .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
          .build(Sm2.signer((ECPrivateKeyParameters) issuerKeys.getPrivate()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static X500Name named(String name) {
    return new X500Name(name.startsWith("CN=") ? name : "CN=" + name);
  }
}
