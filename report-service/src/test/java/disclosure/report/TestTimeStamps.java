package disclosure.report;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

/** A stand-in for an authority for time stamps: RFC 3161 over HTTP, with keys of its own. */
public final class TestTimeStamps implements AutoCloseable {

  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
  private static final Set<ASN1ObjectIdentifier> DIGESTS =
      Set.of(NISTObjectIdentifiers.id_sha256, GMObjectIdentifiers.sm3);
  private static final String MODE = "/mode";
  private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2120-01-01T00:00:00Z");

  /** How it answers. */
  public enum Mode {
    GRANTS,
    REFUSES,
    REFUSES_WITH_A_STAMP,
    OTHER_NONCE,
    OTHER_IMPRINT,
    UNKNOWN_AUTHORITY,
    AN_HOUR_AGO,
    GARBAGE,
    ENDLESS,
    NEVER,
    DRIPS,
    CUT,
    BUSY,
    NOT_FOUND,
    REDIRECTS
  }

  /** Of what kind its keys are. */
  public enum Keys {
    P256("secp256r1", "SHA256withECDSA"),
    SM2("sm2p256v1", "SM3WITHSM2");

    private final String curve;
    private final String algorithm;

    Keys(String curve, String algorithm) {
      this.curve = curve;
      this.algorithm = algorithm;
    }
  }

  private record Signer(KeyPair keys, X509CertificateHolder certificate) {}

  private final HttpServer server;
  private final Keys kind;
  private final Signer root;
  private final Signer own;
  private final Signer stranger;
  private final Path certificates;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicLong number = new AtomicLong(1);
  private volatile Mode mode = Mode.GRANTS;

  private TestTimeStamps(HttpServer server, Keys kind, Path folder)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    this.server = server;
    this.kind = kind;
    this.root = certified("时间戳根（测试）", true, null);
    this.own = certified("时间戳机构（测试）", false, root);
    this.stranger = certified("时间戳机构（测试）", false, certified("时间戳根（测试）", true, null));
    this.certificates = Files.createTempFile(folder, "time-stamps", ".pem");
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(root.certificate());
    }
    Files.writeString(certificates, text.toString(), US_ASCII);
  }

  /** One with an ordinary key. */
  public static TestTimeStamps start(Path folder) {
    return start(folder, Keys.P256);
  }

  /** One with a key of the kind. */
  public static TestTimeStamps start(Path folder, Keys kind) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
      TestTimeStamps started = new TestTimeStamps(server, kind, folder);
      server.setExecutor(started.threads);
      server.createContext("/", started::take);
      server.createContext(MODE, started::changeMode);
      server.start();
      return started;
    } catch (IOException | GeneralSecurityException | OperatorCreationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Where it is asked. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/stamp";
  }

  /** The certificate of the authority above it. */
  public Path certificates() {
    return certificates;
  }

  /** How it answers from now on. */
  public void answers(Mode then) {
    mode = then;
  }

  /** How the one that the service under test asks answers from now on. */
  public static void running(Mode then) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Servers.running().get("TIME_STAMP_URL")).resolve(MODE))
            .POST(HttpRequest.BodyPublishers.ofString(then.name()))
            .build();
    try {
      HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void changeMode(HttpExchange exchange) throws IOException {
    try (exchange) {
      mode = Mode.valueOf(new String(exchange.getRequestBody().readAllBytes(), US_ASCII));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] question = exchange.getRequestBody().readAllBytes();
    try (exchange) {
      switch (mode) {
        case NEVER -> closed.await();
        case BUSY -> exchange.sendResponseHeaders(503, -1);
        case NOT_FOUND -> exchange.sendResponseHeaders(404, -1);
        case REDIRECTS -> {
          exchange.getResponseHeaders().add("Location", url());
          exchange.sendResponseHeaders(307, -1);
        }
        case ENDLESS -> pour(exchange, new byte[8192], 0);
        case DRIPS -> pour(exchange, new byte[1], 20);
        case CUT -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(new byte[10]);
          exchange.getResponseBody().flush();
        }
        case GARBAGE -> answer(exchange, "<html>nothing</html>".getBytes(US_ASCII));
        case GRANTS, REFUSES, OTHER_NONCE, OTHER_IMPRINT, UNKNOWN_AUTHORITY, AN_HOUR_AGO ->
            answer(exchange, stamp(question));
        case REFUSES_WITH_A_STAMP -> answer(exchange, refused(stamp(question)));
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (GeneralSecurityException | OperatorCreationException | TSPException failure) {
      throw new IOException(failure);
    }
  }

  private void pour(HttpExchange exchange, byte[] some, long pause)
      throws IOException, InterruptedException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    do {
      body.write(some);
      body.flush();
    } while (!closed.await(pause, TimeUnit.MILLISECONDS));
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private byte[] stamp(byte[] question)
      throws IOException, GeneralSecurityException, OperatorCreationException, TSPException {
    TimeStampRequest asked = new TimeStampRequest(question);
    byte[] imprint = asked.getMessageImprintDigest();
    BigInteger nonce = asked.getNonce();
    if (mode == Mode.OTHER_IMPRINT) {
      imprint[0] ^= 1;
    }
    if (mode == Mode.OTHER_NONCE) {
      nonce = nonce.add(BigInteger.ONE);
    }
    TimeStampRequestGenerator again = new TimeStampRequestGenerator();
    again.setCertReq(asked.getCertReq());
    TimeStampResponseGenerator responses =
        new TimeStampResponseGenerator(
            tokens(mode == Mode.UNKNOWN_AUTHORITY ? stranger : own), DIGESTS);
    if (mode == Mode.REFUSES) {
      return responses
          .generateFailResponse(PKIStatus.REJECTION, PKIFailureInfo.badAlg, "no\r\nsuch")
          .getEncoded();
    }
    Instant now = Instant.now().minusSeconds(mode == Mode.AN_HOUR_AGO ? 3600 : 0);
    return responses
        .generateGrantedResponse(
            again.generate(asked.getMessageImprintAlgOID(), imprint, nonce),
            BigInteger.valueOf(number.getAndIncrement()),
            Date.from(now))
        .getEncoded();
  }

  private static byte[] refused(byte[] granted) throws IOException {
    return new TimeStampResp(
            new PKIStatusInfo(PKIStatus.rejection),
            TimeStampResp.getInstance(granted).getTimeStampToken())
        .getEncoded();
  }

  private TimeStampTokenGenerator tokens(Signer signer)
      throws OperatorCreationException, GeneralSecurityException, TSPException {
    TimeStampTokenGenerator tokens =
        new TimeStampTokenGenerator(
            new JcaSimpleSignerInfoGeneratorBuilder()
                .setProvider(PROVIDER)
                .build(kind.algorithm, signer.keys().getPrivate(), signer.certificate()),
            new JcaDigestCalculatorProviderBuilder()
                .setProvider(PROVIDER)
                .build()
                .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
            new ASN1ObjectIdentifier("1.2.3.4.1"));
    tokens.addCertificates(new CollectionStore<>(List.of(signer.certificate())));
    return tokens;
  }

  private Signer certified(String name, boolean authority, Signer above)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
    generator.initialize(new ECGenParameterSpec(kind.curve));
    KeyPair keys = generator.generateKeyPair();
    X500Name subject = new X500Name("CN=" + name);
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
                above == null ? subject : above.certificate().getSubject(),
                BigInteger.ONE,
                Date.from(FROM),
                Date.from(UNTIL),
                subject,
                keys.getPublic())
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    if (!authority) {
      builder.addExtension(
          Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    }
    return new Signer(
        keys,
        builder.build(
            new JcaContentSignerBuilder(kind.algorithm)
                .setProvider(PROVIDER)
                .build((above == null ? keys : above.keys()).getPrivate())));
  }
}
