package disclosure.report.examination.command;

import disclosure.report.examination.Examination;
import disclosure.report.examination.Examiner;
import disclosure.report.examination.document.Limits;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examination.finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command: prints what was read of each file and what is wrong with it. */
public final class Examine {

  static final int NOTHING = 0;
  static final int LOOK = 1;
  static final int WRONG = 2;
  static final int NOT_READ = 3;

  private static final String USAGE =
      """
      Usage: deploy/examine [--json] FILE...

      A FILE that is - stands for standard input; behind -- everything is a FILE.

      Reads published annual reports (TXT, HTML, DOCX, XLSX, PDF, OFD) and prints their tables and
      everything wrong with them. Exits 0 when there is nothing, 1 when there is something to look
      at, 2 when something is wrong, 3 when a file could not be read.
      """;

  private final Examiner examiner = new Examiner(Limits.USUAL);
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  Examine(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /** Ends with the exit code. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code = new Examine(System.in, out, err).run(List.of(arguments));
    out.flush();
    System.exit(code);
  }

  int run(List<String> arguments) {
    int end = arguments.indexOf("--");
    List<String> options =
        arguments.subList(0, end < 0 ? arguments.size() : end).stream()
            .filter(one -> one.startsWith("-") && !one.equals("-"))
            .toList();
    List<String> files = new ArrayList<>(arguments);
    files.removeAll(options);
    files.remove("--");
    if (options.contains("--help")) {
      out.print(USAGE);
      return NOTHING;
    }
    List<String> unknown = options.stream().filter(one -> !one.equals("--json")).toList();
    if (files.isEmpty() || !unknown.isEmpty()) {
      unknown.forEach(one -> err.println("Unknown option: " + Printed.shown(one)));
      err.print(USAGE);
      return NOT_READ;
    }
    boolean json = options.contains("--json");
    int worst = NOTHING;
    List<JsonAnswer.Answer> answers = new ArrayList<>();
    for (String file : files) {
      JsonAnswer.Answer answer = examined(file);
      worst = Math.max(worst, answer.examination().map(Examine::code).orElse(NOT_READ));
      if (json) {
        answers.add(answer);
      } else {
        new Printed(out).print(answer);
      }
    }
    if (json) {
      out.println(JsonAnswer.of(answers));
    }
    return worst;
  }

  /** One that can't be read doesn't keep the others from being read. */
  private JsonAnswer.Answer examined(String file) {
    NotReadable.Reason reason;
    try {
      return new JsonAnswer.Answer(file, Optional.of(read(file)), Optional.empty());
    } catch (NotReadable refused) {
      reason = refused.reason();
    } catch (IOException | InvalidPathException missing) {
      reason = NotReadable.Reason.NOT_FOUND;
    }
    return new JsonAnswer.Answer(file, Optional.empty(), Optional.of(reason));
  }

  private Examination read(String file) throws IOException {
    if (file.equals("-")) {
      return examiner.examine(in);
    }
    try (InputStream content = Files.newInputStream(Path.of(file))) {
      return examiner.examine(content);
    }
  }

  private static int code(Examination examination) {
    return Finding.worst(examination.findings())
        .map(worst -> worst == Severity.WRONG ? WRONG : LOOK)
        .orElse(NOTHING);
  }
}
