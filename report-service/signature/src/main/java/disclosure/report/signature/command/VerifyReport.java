package disclosure.report.signature.command;

import disclosure.report.signature.ReportVerifier;
import disclosure.report.signature.TimeStampVerifier;
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
import java.util.Optional;

/** The command: says whether a file is what an organ published and signed. */
public final class VerifyReport {

  static final int GENUINE = 0;
  static final int ALTERED = 1;
  static final int NOT_TRUSTED = 2;
  static final int NOT_READ = 3;

  private static final int WITHOUT_STAMP = 3;
  private static final int WITH_STAMP = 5;

  /** More than any document of a report has. */
  private static final int MAX_BYTES = 64 << 20;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private static final String USAGE =
      """
      Usage: deploy/verify-report FILE SIGNATURE CERTIFICATE [STAMP AUTHORITY]

      Says whether FILE is the document that SIGNATURE (.p7s) was made over, with SM2 and SM3, by
      the bearer of CERTIFICATE or by somebody for whom an authority in it vouches (PEM or DER);
      and whether STAMP (.tsr, RFC 3161) is a time stamp over SIGNATURE of an authority for whom
      AUTHORITY vouches (PEM or DER).
      Exits 0 when it is, 1 when the file, the signature or the stamp was altered, 2 when nobody
      vouches for the signer or the authority, a certificate did not hold then or, with STAMP, when
      it was stamped, or the signature says a later time than the stamp, 3 when something could not
      be read.
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
    if (arguments.size() != WITHOUT_STAMP && arguments.size() != WITH_STAMP) {
      err.print(USAGE);
      return NOT_READ;
    }
    boolean stamped = arguments.size() == WITH_STAMP;
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
    Optional<Verdict> stamp = Optional.empty();
    if (stamped) {
      byte[] answer;
      try {
        answer = read(arguments.get(WITHOUT_STAMP));
      } catch (IOException | InvalidPathException unreadable) {
        return notRead("时间戳文件无法读取");
      }
      try {
        stamp =
            Optional.of(
                TimeStampVerifier.believing(Path.of(arguments.get(WITHOUT_STAMP + 1)))
                    .verify(signature, answer));
      } catch (IOException | InvalidPathException unreadable) {
        return notRead("时间戳机构的证书无法读取（应为 PEM 或者 DER 格式）");
      }
    }
    Verdict verdict =
        stamp.isPresent() && stamp.get() instanceof Verdict.Genuine believed
            ? verifier.verify(document, signature, believed.at())
            : verifier.verify(document, signature);
    int code = print(verdict);
    if (code == ALTERED || code == NOT_READ || stamp.isEmpty()) {
      return code;
    }
    int ofStamp = printStamp(stamp.get(), verdict);
    return code == GENUINE ? ofStamp : code;
  }

  /** What is said of the stamp over a signature that is one over the file. */
  private int printStamp(Verdict stamp, Verdict signature) {
    if (stamp instanceof Verdict.Genuine genuine) {
      if (genuine.at().plus(TimeStampVerifier.TOLERANCE).isBefore(at(signature))) {
        out.println("签名时间不可信：签名人自述的时间晚于时间戳。");
        stamped(genuine.signer(), genuine.at());
        return NOT_TRUSTED;
      }
      out.println("时间戳有效：签名在时间戳的时间已经存在。");
      stamped(genuine.signer(), genuine.at());
      return GENUINE;
    }
    if (stamp instanceof Verdict.NotTrusted doubted) {
      out.println("时间戳不可信：" + why(doubted.why()) + "。");
      stamped(doubted.signer(), doubted.at());
      return NOT_TRUSTED;
    }
    if (stamp instanceof Verdict.Altered) {
      out.println("时间戳无效：不是这个签名的时间戳，或者已被改动。");
      return ALTERED;
    }
    return notRead("时间戳文件不是 RFC 3161 时间戳");
  }

  private void stamped(String authority, Instant at) {
    out.println("时间戳机构：" + shown(authority));
    out.println("时间戳时间：" + TIME.format(at) + "（北京时间）");
  }

  private static Instant at(Verdict signature) {
    if (signature instanceof Verdict.Genuine genuine) {
      return genuine.at();
    }
    return signature instanceof Verdict.NotTrusted doubted ? doubted.at() : Instant.MIN;
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
      case NOT_VALID_WHEN_STAMPED -> "加盖时间戳时证书已不在有效期内，不能证明签名是在有效期内作出的";
      case NOT_FOR_SIGNATURES -> "其证书不用于签名";
      case NOT_FOR_TIME_STAMPS -> "其证书不用于签发时间戳";
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
