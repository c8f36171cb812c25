package disclosure.statistics.problem;

import java.util.List;
import java.util.Locale;

/**
 * A request that is not carried out, and why. Thrown anywhere, it rolls the transaction back and
 * reaches the client as a {@link Problem}.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String slug;
  private final transient Text title;
  private final transient Text detail;
  private final transient List<Fault> faults;

  /**
   * A refusal for which there is no factory method.
   *
   * @param status the HTTP status, 400 to 599
   * @param slug the last part of the problem's type
   */
  public Refusal(int status, String slug, Text title, Text detail, List<Fault> faults) {
    super(slug, null, false, false);
    this.status = status;
    this.slug = slug;
    this.title = title;
    this.detail = detail;
    this.faults = List.copyOf(faults);
  }

  /** 400: fields that are missing, unknown or of the wrong form. */
  public static Refusal invalid(List<Fault> faults) {
    return new Refusal(
        400,
        "invalid-input",
        new Text("请求内容有误", "Invalid input"),
        new Text("请按 errors 中的说明更正后重新提交。", "Correct the fields named in errors and send again."),
        faults);
  }

  /** 400 for a single field. */
  public static Refusal invalid(String field, String chinese, String english) {
    return invalid(List.of(Fault.of(field, chinese, english)));
  }

  /** 404: nothing there, or nothing that the caller may see; the two can't be told apart. */
  public static Refusal notFound() {
    return StatusTexts.refusal(404);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The last part of the problem's type. */
  public String slug() {
    return slug;
  }

  /** What is wrong with which field. */
  public List<Fault> faults() {
    return faults;
  }

  /** The body in the given language. */
  public Problem problem(Locale language) {
    return new Problem(
        "/problems/" + slug,
        title.in(language),
        status,
        detail.in(language),
        faults.stream()
            .map(fault -> new FieldError(fault.field(), fault.message().in(language)))
            .toList());
  }
}
