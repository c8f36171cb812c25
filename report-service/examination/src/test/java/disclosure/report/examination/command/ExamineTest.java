package disclosure.report.examination.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy/examine} prints, and how it ends. */
class ExamineTest {

  @TempDir Path folder;

  private String asPublished;
  private String published;
  private String odd;
  private String sound;

  @BeforeEach
  void files() throws IOException {
    try (InputStream file = getClass().getResourceAsStream("/linxian-2024/published-report.txt")) {
      asPublished = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    published =
        asPublished
            .replace("国务院令第七十一号", "国务院令第711号")
            .replace("未收取政府信息公开处理费", "未发出收费通知，总金额0元，未收取信息处理费");
    odd = file("odd.txt", published);
    sound = file("sound.doc", published.replaceFirst("\n0\t(?=0\t)", "\n"));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private record Run(int code, String out) {}

  private static Run run(String... arguments) {
    return run("", arguments);
  }

  private static Run run(String input, String[] arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
      int code = new Examine(in, out, out).run(List.of(arguments));
      return new Run(code, bytes.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void the_code_says_how_bad_it_is() throws IOException {
    assertThat(run(sound).code()).isEqualTo(Examine.NOTHING);
    assertThat(run(odd).code()).isEqualTo(Examine.LOOK);
    String wrong =
        file("wrong.txt", published.replace("\t26\t1\t0\t0\t0\t0\t27", "\t26\t1\t0\t0\t0\t0\t28"));
    assertThat(run(wrong).code()).isEqualTo(Examine.WRONG);
    String unknown = file("unknown.txt", "{\\rtf1 }");
    assertThat(run(unknown).code()).isEqualTo(Examine.NOT_READ);
    assertThat(run(folder.resolve("none.txt").toString()).code()).isEqualTo(Examine.NOT_READ);
    assertThat(run(sound, odd, wrong).code()).isEqualTo(Examine.WRONG);
    assertThat(run().code()).isEqualTo(Examine.NOT_READ);
    assertThat(run("--help").code()).isEqualTo(Examine.NOTHING);
  }

  @Test
  void table_three_and_the_findings_are_printed_in_chinese() {
    assertThat(run(sound).out())
        .contains("临县人民政府办公室　2024年度　2021年格式　TXT")
        .containsPattern("三（四）1 本机关不掌握相关政府信息 +21 +0 +0 +0 +0 +0 +21\n")
        .containsPattern("行政诉讼（复议后起诉） +0 +0 +0 +0 +0\n")
        .contains("没有发现问题。");
    assertThat(run(odd).out()).contains("[提示] 表四中有数据未对应列名");
  }

  @Test
  void what_sentences_say_wrong_is_found_with_the_rest() throws IOException {
    String other = file("other.txt", published.replace("受理依申请公开27件", "受理依申请公开29件"));
    assertThat(run(other).code()).isEqualTo(Examine.WRONG);
    assertThat(run(other).out())
        .containsPattern("\\[错误] “一、总体情况”中写作“受理依申请公开29件”，表三“[^”]+”.*27。（正文第\\d+行）");
    Run run = run(file("as-published.txt", asPublished));
    assertThat(run.code()).isEqualTo(Examine.WRONG);
    assertThat(run.out()).contains("[错误] “引言”中写作“国务院令第七十一号”");
  }

  @Test
  void a_file_that_is_not_there_is_told_with_the_others() throws IOException {
    String none = folder.resolve("none.txt").toString();
    for (String missing : List.of(none, folder.toString(), "a\0b")) {
      Run run = run("--json", missing, sound);
      assertThat(run.code()).as(missing).isEqualTo(Examine.NOT_READ);
      JsonNode answer = new ObjectMapper().readTree(run.out());
      assertThat(answer).hasSize(2);
      assertThat(answer.path(0).path("file").asText()).isEqualTo(missing);
      assertThat(answer.path(0).path("notReadable").asText()).isEqualTo("NOT_FOUND");
      assertThat(run(missing, sound).out()).contains("找不到文件").contains("没有发现问题。");
    }
  }

  @Test
  void options_that_are_not_known_are_refused() throws IOException {
    assertThat(run("--jsno", sound).code()).isEqualTo(Examine.NOT_READ);
    assertThat(run("--jsno", sound).out()).contains("Unknown option: --jsno");
    assertThat(run("-x", sound).code()).isEqualTo(Examine.NOT_READ);
    assertThat(run("--", "--json").out()).contains("== --json").contains("找不到文件");
  }

  @Test
  void standard_input_is_read_for_a_dash() throws IOException {
    String content = Files.readString(Path.of(sound));
    assertThat(run(content, new String[] {"-"}).code()).isEqualTo(Examine.NOTHING);
    assertThat(run(content, new String[] {"-"}).out()).contains("== -\n");
  }

  @Test
  void a_terminal_is_told_nothing_to_obey() throws IOException {
    String mark = file("mark.txt", published.replaceFirst("\t27", "\t\u001B[2J27\u202E\u009B"));
    assertThat(run(mark).out()).doesNotContain("\u001B", "\u202E", "\u009B");
    assertThat(run("a\u001B[2J").out()).doesNotContain("\u001B");
  }

  @Test
  void what_is_no_report_is_not_judged() throws IOException {
    String log = file("server.log", "2024-01-01 INFO started in 3 s\n".repeat(200));
    assertThat(run(log).code()).isEqualTo(Examine.NOT_READ);
    assertThat(run(log).out()).contains("不是年度报告");
    String shell = file("shell.html", "<html><body><div>首页</div><div>政务公开</div></body></html>");
    assertThat(run(shell).code()).isEqualTo(Examine.NOT_READ);
    String pictures = file("pictures.txt", "某县2024年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n");
    assertThat(run(pictures).code()).isEqualTo(Examine.LOOK);
    assertThat(run(pictures).out()).contains("[提示] 没有找到第三部分的表格");
  }

  @Test
  void programs_are_given_json() throws IOException {
    JsonNode answer = new ObjectMapper().readTree(run("--json", odd, sound).out());
    List<String> files = new ArrayList<>();
    answer.forEach(one -> files.add(one.path("file").asText()));
    assertThat(files).containsExactly(odd, sound);
    assertThat(answer.path(0).path("findings")).hasSize(1);
    assertThat(answer.path(0).path("organName").asText()).isEqualTo("临县人民政府办公室");
    assertThat(answer.path(0).path("organ").asText()).isEqualTo("临县人民政府办公室");
    JsonNode cell = answer.path(1).path("applications").path("NOT_HELD").path("TOTAL");
    assertThat(cell.path("value").asInt()).isEqualTo(21);
    assertThat(cell.path("confidence").asText()).isEqualTo("SURE");
    assertThat(cell.path("place").asText()).startsWith("正文第");
  }
}
