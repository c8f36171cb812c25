package disclosure.report.signature.command;

import disclosure.report.signature.ReportVerifier;
import disclosure.report.signature.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The command: says whether a file is what an organ published and signed. */
public final class VerifyReport {

  static final int GENUINE = 0;
  static final int ALTERED = 1;
  static final int NOT_TRUSTED = 2;
  static final int NOT_READ = 3;

  /** More than any document of a report has. */
  private static final int MAX_BYTES = 64 << 20;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private static final String USAGE =
      """
      Usage: deploy/verify-report FILE SIGNATURE CERTIFICATE

      Says whether FILE is the document that SIGNATURE (.p7s) was made over, with SM2 and SM3, by
      the bearer of CERTIFICATE or by somebody for whom an authority in it vouches (PEM or DER).
      Exits 0 when it is, 1 when the file or the signature was altered, 2 when nobody vouches for
      the signer or his certificate did not hold when he signed, 3 when something could not be read.
      Whether a certificate was withdrawn is not looked at.
      """;

  private final PrintStream out;
  private final PrintStream err;

  VerifyReport(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Ends with the exit code. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code = new VerifyReport(out, err).run(List.of(arguments));
    out.flush();
    System.exit(code);
  }

  int run(List<String> arguments) {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return GENUINE;
    }
    if (arguments.size() != 3) {
      err.print(USAGE);
      return NOT_READ;
    }
    byte[] document;
    byte[] signature;
    ReportVerifier verifier;
    try {
      document = read(arguments.get(0));
    } catch (IOException | InvalidPathException unreadable) {
      return notRead("文件无法读取");
    }
    try {
      signature = read(arguments.get(1));
    } catch (IOException | InvalidPathException unreadable) {
      return notRead("签名文件无法读取");
    }
    try {
      verifier = ReportVerifier.believing(Path.of(arguments.get(2)));
    } catch (IOException | InvalidPathException unreadable) {
      return notRead("证书无法读取（应为 PEM 或者 DER 格式）");
    }
    return print(verifier.verify(document, signature));
  }

  private int print(Verdict verdict) {
    if (verdict instanceof Verdict.Genuine genuine) {
      out.println("签名有效：文件与签名时一致。");
      signer(genuine.signer(), genuine.at());
      return GENUINE;
    }
    if (verdict instanceof Verdict.NotTrusted doubted) {
      out.println("签名人不可信：" + why(doubted.why()) + "。文件与签名时一致。");
      signer(doubted.signer(), doubted.at());
      return NOT_TRUSTED;
    }
    if (verdict instanceof Verdict.Altered) {
      out.println("签名无效：文件或者签名已被改动。");
      return ALTERED;
    }
    return notRead("签名文件不是 SM2 分离式签名（CMS）");
  }

  private void signer(String name, Instant at) {
    out.println("签名人：" + shown(name));
    out.println("签名时间：" + TIME.format(at) + "（北京时间，由签名人自述）");
  }

  private static String why(Verdict.Doubt doubt) {
    return switch (doubt) {
      case UNKNOWN_SIGNER -> "所给证书不能证明其身份";
      case NOT_VALID_THEN -> "签名时证书不在有效期内";
      case NOT_FOR_SIGNATURES -> "其证书不用于签名";
    };
  }

  private int notRead(String why) {
    err.println(why + "。");
    return NOT_READ;
  }

  /** What a certificate says of itself may be anything. */
  private static String shown(String name) {
    return name.replaceAll("\\p{C}", "?");
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream content = Files.newInputStream(Path.of(file))) {
      byte[] bytes = content.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IOException("too large");
      }
      return bytes;
    }
  }
}
