package disclosure.report.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document is signed, and whatever is done to it or to the signature afterwards is noticed. */
class ReportSignatureTest {

  private static final byte[] DOCUMENT = "临县人民政府2024年政府信息公开工作年度报告".getBytes(UTF_8);
  private static final Instant MOMENT = Instant.parse("2025-01-20T01:02:03Z");

  @TempDir Path folder;

  private final TestAuthority root = TestAuthority.root("根");
  private final TestAuthority authority = root.authority("中级");
  private final TestAuthority organ = authority.signer("临县人民政府");
  private byte[] signature;

  @BeforeEach
  void sign() {
    signature = organ.reportSigner(folder).sign(DOCUMENT, MOMENT);
  }

  @Test
  void what_was_signed_is_genuine_by_the_signer_himself_or_an_authority_above_him()
      throws Exception {
    for (TestAuthority believed : new TestAuthority[] {organ, authority, root}) {
      assertThat(verify(DOCUMENT, signature, believed))
          .isEqualTo(new Verdict.Genuine("CN=临县人民政府", MOMENT));
    }
  }

  @Test
  void another_document_is_not_what_was_signed() throws Exception {
    ReportVerifier verifier = ReportVerifier.believing(organ.file(folder));
    for (int at = 0; at < DOCUMENT.length; at++) {
      assertThat(verifier.verify(flipped(DOCUMENT, at), signature))
          .isEqualTo(new Verdict.Altered());
    }
    assertThat(verify(new byte[0], signature, organ)).isEqualTo(new Verdict.Altered());
  }

  @Test
  void no_byte_of_a_signature_can_be_altered_to_say_something_else() throws Exception {
    Verdict genuine = new Verdict.Genuine("CN=临县人民政府", MOMENT);
    ReportVerifier verifier = ReportVerifier.believing(organ.file(folder));
    for (int at = 0; at < signature.length; at++) {
      Verdict verdict = verifier.verify(DOCUMENT, flipped(signature, at));
      if (verdict instanceof Verdict.Genuine) {
        // Such as a certificate that is sent along and not needed.
        assertThat(verdict).isEqualTo(genuine);
      }
    }
  }

  @Test
  void the_moment_is_signed() throws Exception {
    byte[] time = "250120010203Z".getBytes(UTF_8);
    byte[] later = "250120010204Z".getBytes(UTF_8);
    HexFormat hex = HexFormat.of();
    String altered = hex.formatHex(signature).replace(hex.formatHex(time), hex.formatHex(later));
    assertThat(altered).isNotEqualTo(hex.formatHex(signature));
    assertThat(verify(DOCUMENT, hex.parseHex(altered), organ)).isEqualTo(new Verdict.Altered());
  }

  @Test
  void what_was_altered_is_told_so_also_outside_the_time_of_the_certificate() throws Exception {
    HexFormat hex = HexFormat.of();
    String early =
        hex.formatHex(signature)
            .replace(
                hex.formatHex("250120010203Z".getBytes(UTF_8)),
                hex.formatHex("150120010203Z".getBytes(UTF_8)));
    assertThat(early).isNotEqualTo(hex.formatHex(signature));
    for (byte[] document : new byte[][] {DOCUMENT, "另一份报告".getBytes(UTF_8)}) {
      assertThat(verify(document, hex.parseHex(early), organ)).isEqualTo(new Verdict.Altered());
    }
  }

  @Test
  void a_signer_for_whom_nobody_vouches_is_told_from_an_altered_document() throws Exception {
    TestAuthority same = TestAuthority.root("根");
    assertThat(verify(DOCUMENT, signature, same))
        .isEqualTo(new Verdict.NotTrusted("CN=临县人民政府", MOMENT, Verdict.Doubt.UNKNOWN_SIGNER));
    TestAuthority neighbour = authority.signer("邻县人民政府");
    assertThat(verify(DOCUMENT, signature, neighbour)).isInstanceOf(Verdict.NotTrusted.class);
  }

  @Test
  void who_is_no_authority_vouches_for_nobody() throws Exception {
    TestAuthority forger = organ.signer("冒名");
    byte[] forged = forger.reportSigner(folder).sign(DOCUMENT, MOMENT);
    assertThat(verify(DOCUMENT, forged, root))
        .isEqualTo(new Verdict.NotTrusted("CN=冒名", MOMENT, Verdict.Doubt.UNKNOWN_SIGNER));
    TestAuthority notIssuing =
        root.below("不签发", TestAuthority.FROM, TestAuthority.UNTIL, true, KeyUsage.digitalSignature);
    TestAuthority noAuthority =
        root.below("非机构", TestAuthority.FROM, TestAuthority.UNTIL, false, KeyUsage.keyCertSign);
    for (TestAuthority issuer : new TestAuthority[] {notIssuing, noAuthority}) {
      byte[] other = issuer.signer("某局").reportSigner(folder).sign(DOCUMENT, MOMENT);
      assertThat(verify(DOCUMENT, other, root))
          .isEqualTo(new Verdict.NotTrusted("CN=某局", MOMENT, Verdict.Doubt.UNKNOWN_SIGNER));
    }
  }

  @Test
  void an_authority_whose_certificate_had_ended_vouches_no_longer() throws Exception {
    TestAuthority ended =
        root.below("已到期", TestAuthority.FROM, MOMENT.minusSeconds(60), true, KeyUsage.keyCertSign);
    byte[] late = ended.signer("某局").reportSigner(folder).sign(DOCUMENT, MOMENT);
    assertThat(verify(DOCUMENT, late, root))
        .isEqualTo(new Verdict.NotTrusted("CN=某局", MOMENT, Verdict.Doubt.NOT_VALID_THEN));
  }

  @Test
  void a_stamp_vouches_only_while_the_certificates_hold() throws Exception {
    TestAuthority issuing =
        root.below("将到期", TestAuthority.FROM, MOMENT.plusSeconds(60), true, KeyUsage.keyCertSign);
    byte[] signed = issuing.signer("某局").reportSigner(folder).sign(DOCUMENT, MOMENT);
    ReportVerifier verifier = ReportVerifier.believing(root.file(folder));
    for (int seconds : new int[] {-60, 0, 60}) {
      assertThat(verifier.verify(DOCUMENT, signed, MOMENT.plusSeconds(seconds)))
          .isEqualTo(new Verdict.Genuine("CN=某局", MOMENT));
    }
    assertThat(verifier.verify(DOCUMENT, signed, MOMENT.plusSeconds(61)))
        .isEqualTo(new Verdict.NotTrusted("CN=某局", MOMENT, Verdict.Doubt.NOT_VALID_WHEN_STAMPED));
    assertThat(verifier.verify(DOCUMENT, signature, TestAuthority.UNTIL.plusSeconds(1)))
        .as("the signer's own")
        .isEqualTo(
            new Verdict.NotTrusted("CN=临县人民政府", MOMENT, Verdict.Doubt.NOT_VALID_WHEN_STAMPED));
  }

  @Test
  void nothing_is_signed_outside_the_time_of_the_certificate() {
    ReportSigner signer = organ.reportSigner(folder);
    assertThat(signer.isValidAt(TestAuthority.UNTIL.plusSeconds(1))).isFalse();
    assertThatThrownBy(() -> signer.sign(DOCUMENT, TestAuthority.UNTIL.plusSeconds(1)))
        .isInstanceOf(UnusableKey.class)
        .hasMessageContaining("SIGNING_KEY_FILE")
        .hasMessageContaining("until 2026-01-01T00:00:00Z");
  }

  @Test
  void what_is_no_signature_is_said_to_be_none() throws Exception {
    for (byte[] none : new byte[][] {new byte[0], DOCUMENT, {0x30, (byte) 0x80}}) {
      assertThat(verify(DOCUMENT, none, organ)).isEqualTo(new Verdict.NotReadable());
    }
  }

  @Test
  void the_algorithms_and_the_detached_form_are_those_of_the_standards() throws Exception {
    CMSSignedData signed = new CMSSignedData(signature);
    assertThat(signed.getSignedContent()).isNull();
    assertThat(signed.getSignerInfos().getSigners())
        .singleElement()
        .satisfies(
            signer -> {
              assertThat(signer.getDigestAlgOID()).isEqualTo("1.2.156.10197.1.401");
              assertThat(signer.getEncryptionAlgOID()).isEqualTo("1.2.156.10197.1.501");
              byte[] digest =
                  org.bouncycastle.asn1.ASN1OctetString.getInstance(
                          signer
                              .getSignedAttributes()
                              .get(new ASN1ObjectIdentifier("1.2.840.113549.1.9.4"))
                              .getAttributeValues()[0])
                      .getOctets();
              assertThat(digest).isEqualTo(sm3(DOCUMENT));
            });
  }

  @Test
  void a_file_that_cannot_sign_is_refused_with_a_sentence_and_is_not_quoted() {
    String key = String.join("", organ.keyPem().toList());
    String certificate = String.join("", organ.certificatesPem(2).toList());
    assertUnusable("can't be read", folder.resolve("none.pem"));
    assertUnusable("lacks an SM2 key", TestAuthority.write(folder, certificate));
    assertUnusable("lacks the certificate", TestAuthority.write(folder, key));
    assertUnusable(
        "lacks the certificate",
        TestAuthority.write(folder, key, String.join("", root.certificatesPem(0).toList())));
    assertUnusable(
        "can't be read", TestAuthority.write(folder, key.replace("M", "!"), certificate));
    assertUnusable("not one for signatures", encryptionOnly());
  }

  private Path encryptionOnly() {
    TestAuthority encrypts =
        root.below("加密", TestAuthority.FROM, TestAuthority.UNTIL, false, KeyUsage.keyEncipherment);
    return TestAuthority.write(
        folder,
        Stream.concat(encrypts.keyPem(), encrypts.certificatesPem(0)).toArray(String[]::new));
  }

  private static void assertUnusable(String sentence, Path file) {
    assertThatThrownBy(() -> ReportSigner.read(file))
        .isInstanceOf(UnusableKey.class)
        .hasMessageContaining("SIGNING_KEY_FILE")
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("MI")
        .hasNoCause();
  }

  private Verdict verify(byte[] document, byte[] signature, TestAuthority believed)
      throws IOException {
    return ReportVerifier.believing(believed.file(folder)).verify(document, signature);
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] altered = bytes.clone();
    altered[at] ^= (byte) (1 << (at % 8));
    return altered;
  }

  private static byte[] sm3(byte[] bytes) {
    SM3Digest digest = new SM3Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] value = new byte[digest.getDigestSize()];
    digest.doFinal(value, 0);
    return value;
  }
}
