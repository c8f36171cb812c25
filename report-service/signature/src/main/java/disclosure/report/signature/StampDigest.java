package disclosure.report.signature;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The digest that a time stamp is over. */
public enum StampDigest {
  /** SHA-256, which every authority knows. */
  SHA256(NISTObjectIdentifiers.id_sha256) {
    @Override
    Digest begun() {
      return new SHA256Digest();
    }
  },
  /** SM3, for authorities of 商用密码. */
  SM3(GMObjectIdentifiers.sm3) {
    @Override
    Digest begun() {
      return new SM3Digest();
    }
  };

  private final ASN1ObjectIdentifier identifier;

  StampDigest(ASN1ObjectIdentifier identifier) {
    this.identifier = identifier;
  }

  abstract Digest begun();

  ASN1ObjectIdentifier identifier() {
    return identifier;
  }

  byte[] of(byte[] content) {
    Digest digest = begun();
    digest.update(content, 0, content.length);
    byte[] value = new byte[digest.getDigestSize()];
    digest.doFinal(value, 0);
    return value;
  }
}
