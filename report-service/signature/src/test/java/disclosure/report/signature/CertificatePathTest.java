package disclosure.report.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;

class CertificatePathTest {

  private final TestAuthority root = TestAuthority.root("根");

  @Test
  void a_way_that_is_too_long_hides_no_shorter_one() {
    TestAuthority crossed = root.authority("交叉");
    TestAuthority above = crossed;
    List<X509CertificateHolder> others = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      above = above.authority("第" + i + "级");
      others.add(above.certificate());
    }
    TestAuthority issuing = above.authority("签发");
    X509CertificateHolder shorter = issuing.alsoBy(crossed);
    X509CertificateHolder signer = issuing.signer("某局").certificate();
    others.addAll(0, List.of(issuing.certificate(), shorter));
    others.add(crossed.certificate());
    assertThat(leads(signer, others)).isTrue();
    others.remove(shorter);
    assertThat(leads(signer, others)).as("only the way that is too long").isFalse();
    others.add(shorter);
    assertThat(leads(signer, others)).isTrue();
  }

  private boolean leads(X509CertificateHolder signer, List<X509CertificateHolder> others) {
    return new CertificatePath(List.of(root.certificate()), others).leadsFrom(signer);
  }
}
