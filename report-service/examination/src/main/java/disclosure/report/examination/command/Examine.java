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

      Reads published annual reports (TXT, HTML, DOCX, XLSX, PDF, OFD) and prints their tables and
      everything wrong with them. Exits 0 when there is nothing, 1 when there is something to look
      at, 2 when something is wrong, 3 when a file could not be read.
      """;

  private final Examiner examiner = new Examiner(Limits.USUAL);
  private final PrintStream out;
  private final PrintStream err;

  Examine(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Ends with the exit code. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code = new Examine(out, err).run(List.of(arguments));
    out.flush();
    System.exit(code);
  }

  int run(List<String> arguments) {
    boolean json = arguments.contains("--json");
    List<String> files = arguments.stream().filter(one -> !one.startsWith("--")).toList();
    if (files.isEmpty()) {
      (arguments.contains("--help") ? out : err).print(USAGE);
      return arguments.contains("--help") ? NOTHING : NOT_READ;
    }
    int worst = NOTHING;
    List<JsonAnswer.Answer> answers = new ArrayList<>();
    for (String file : files) {
      try (InputStream content = Files.newInputStream(Path.of(file))) {
        Examination examination = examiner.examine(content);
        worst = Math.max(worst, code(examination));
        if (json) {
          answers.add(new JsonAnswer.Answer(file, Optional.of(examination), Optional.empty()));
        } else {
          new Printed(out).print(file, examination);
        }
      } catch (NotReadable refused) {
        worst = NOT_READ;
        if (json) {
          answers.add(new JsonAnswer.Answer(file, Optional.empty(), Optional.of(refused.reason())));
        } else {
          out.println("== " + file);
          out.println("无法读取：" + refused.reason().chinese());
          out.println();
        }
      } catch (IOException missing) {
        worst = NOT_READ;
        err.println(file + ": " + missing);
      }
    }
    if (json) {
      out.println(JsonAnswer.of(answers));
    }
    return worst;
  }

  private static int code(Examination examination) {
    return Finding.worst(examination.findings())
        .map(worst -> worst == Severity.WRONG ? WRONG : LOOK)
        .orElse(NOTHING);
  }
}
