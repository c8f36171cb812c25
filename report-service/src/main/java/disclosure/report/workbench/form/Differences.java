package disclosure.report.workbench.form;

import disclosure.edge.look.Wording;
import disclosure.edge.look.WrittenDay;
import disclosure.edge.look.WrittenNumber;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ReportId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is another in two versions of a draft, or in what was typed. */
public final class Differences {

  private Differences() {}

  /**
   * A field that is another.
   *
   * @param name its name
   * @param label what it is called
   * @param before what stood in it
   * @param after what stands in it
   */
  public record Difference(String name, String label, String before, String after) {

    /** In words: of a text that it is another, of a figure also which. */
    public String words() {
      return DraftFields.TEXTS.contains(name)
          ? Wording.of("“%s”的文字", label)
          : Wording.of("%s：%s → %s", label, shown(before), shown(after));
    }

    private static String shown(String value) {
      return value.isBlank() ? Wording.of("（空）") : value.strip();
    }
  }

  /** Field by field, in the order of the form. */
  public static List<Difference> between(
      ReportId id,
      List<NamedFigure> figures,
      Map<String, String> before,
      Map<String, String> after) {
    return DraftFields.labels(id, figures).entrySet().stream()
        .map(
            field ->
                new Difference(
                    field.getKey(),
                    field.getValue(),
                    before.getOrDefault(field.getKey(), ""),
                    after.getOrDefault(field.getKey(), "")))
        .filter(
            field ->
                !plain(field.name(), field.before()).equals(plain(field.name(), field.after())))
        .toList();
  }

  /** However it was typed. */
  private static String plain(String name, String value) {
    String text = value.replace("\r\n", "\n").strip();
    if (DraftFields.TEXTS.contains(name) || name.equals(DraftFields.SIGNED_BY)) {
      return text;
    }
    return name.equals(DraftFields.SIGNED_ON)
        ? WrittenDay.read(text).map(LocalDate::toString).orElse(text)
        : WrittenNumber.read(text)
            .map(BigDecimal::stripTrailingZeros)
            .map(BigDecimal::toPlainString)
            .orElse(text);
  }
}
