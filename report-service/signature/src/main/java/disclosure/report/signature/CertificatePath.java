package disclosure.report.signature;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentVerifierProvider;

/**
 * Ways from a certificate to one that is believed. Looked at are signatures, names, time and what a
 * certificate may be used for; not whether one was withdrawn.
 */
final class CertificatePath {

  private static final int MAX_ABOVE = 6;

  private final Collection<X509CertificateHolder> believed;
  private final Collection<X509CertificateHolder> others;
  private final Function<X509CertificateHolder, ContentVerifierProvider> verifiers;

  /** A way whose certificates are all signed with SM2. */
  CertificatePath(
      Collection<X509CertificateHolder> believed, Collection<X509CertificateHolder> others) {
    this(believed, others, Sm2::verifiers);
  }

  /**
   * A way over certificates of other keys, too.
   *
   * @param verifiers by what the signatures of an issuer are verified
   */
  CertificatePath(
      Collection<X509CertificateHolder> believed,
      Collection<X509CertificateHolder> others,
      Function<X509CertificateHolder, ContentVerifierProvider> verifiers) {
    this.believed = List.copyOf(believed);
    this.others = List.copyOf(others);
    this.verifiers = verifiers;
  }

  /** Whether one of the believed ones vouches for it, or is it. */
  boolean leadsFrom(X509CertificateHolder certificate) {
    return leads(certificate, one -> true);
  }

  /** The same, with each certificate on the way valid at the moment. */
  boolean leadsFrom(X509CertificateHolder certificate, Instant moment) {
    return leads(certificate, one -> one.isValidOn(Date.from(moment)));
  }

  /**
   * Goes up level by level: each certificate is met by the shortest way to it, and looked at once,
   * however many say that they issued one another.
   */
  private boolean leads(
      X509CertificateHolder certificate, Predicate<X509CertificateHolder> allowed) {
    Set<X509CertificateHolder> met = new HashSet<>();
    List<X509CertificateHolder> level = Stream.of(certificate).filter(allowed).toList();
    for (int above = 0; above <= MAX_ABOVE && !level.isEmpty(); above++) {
      if (level.stream().anyMatch(believed::contains)) {
        return true;
      }
      met.addAll(level);
      level = above(level, above, allowed, met);
    }
    return false;
  }

  private List<X509CertificateHolder> above(
      List<X509CertificateHolder> level,
      int between,
      Predicate<X509CertificateHolder> allowed,
      Set<X509CertificateHolder> met) {
    return Stream.concat(believed.stream(), others.stream())
        .distinct()
        .filter(issuer -> !met.contains(issuer) && allowed.test(issuer))
        .filter(issuer -> level.stream().anyMatch(one -> issued(issuer, one, between)))
        .toList();
  }

  /**
   * Whether it issued the certificate and was allowed to.
   *
   * @param between how many authorities there are between it and the signer
   */
  private boolean issued(
      X509CertificateHolder issuer, X509CertificateHolder certificate, int between) {
    if (!issuer.getSubject().equals(certificate.getIssuer()) || !mayIssue(issuer, between)) {
      return false;
    }
    try {
      return certificate.isSignatureValid(verifiers.apply(issuer));
    } catch (CertException otherwiseSigned) {
      return false;
    }
  }

  private static boolean mayIssue(X509CertificateHolder issuer, int between) {
    BasicConstraints constraints = BasicConstraints.fromExtensions(issuer.getExtensions());
    KeyUsage usage = KeyUsage.fromExtensions(issuer.getExtensions());
    return constraints != null
        && constraints.isCA()
        && (constraints.getPathLenConstraint() == null
            || constraints.getPathLenConstraint().intValue() >= between)
        && (usage == null || usage.hasUsages(KeyUsage.keyCertSign));
  }
}
