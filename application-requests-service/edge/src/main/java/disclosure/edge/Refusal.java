package disclosure.edge;

import jakarta.ws.rs.core.HttpHeaders;
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
  private final long retryAfter;

  /** When to try again what failed because something is out of reach. */
  private static final int RETRY_AFTER_OUTAGE_SECONDS = 3;

  /**
   * A refusal for which there is no factory method.
   *
   * @param status the HTTP status, 400 to 599
   * @param slug the last part of the problem's type
   */
  public Refusal(int status, String slug, Text title, Text detail, List<Fault> faults) {
    this(status, slug, title, detail, faults, status == 503 ? RETRY_AFTER_OUTAGE_SECONDS : 0, null);
  }

  private Refusal(
      int status,
      String slug,
      Text title,
      Text detail,
      List<Fault> faults,
      long retryAfter,
      Throwable cause) {
    super(slug, cause, false, false);
    this.retryAfter = retryAfter;
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
  public static Refusal invalid(Fault fault) {
    return invalid(List.of(fault));
  }

  /**
   * 403: a well-formed request that the caller may not make, naming the field that forbids it. Says
   * nothing on whether the organ exists.
   */
  public static Refusal outOfScope(String field) {
    return new Refusal(
        403,
        "organ-out-of-scope",
        new Text("无权代表该行政机关", "Not authorised for this organ"),
        new Text(
            "没有此行政机关，或者当前客户端未获授权办理其事项。",
            "There is no such organ, or this client is not authorised to act for it."),
        List.of(InputFault.ORGAN_OUT_OF_SCOPE.at(field)));
  }

  /** 422: well-formed fields that contradict the Regulation, the facts or the register. */
  public static Refusal notPermitted(List<Fault> faults) {
    return new Refusal(
        422,
        "not-permitted",
        new Text("不符合《条例》规定或者与事实不符", "Against the Regulation or the facts"),
        new Text("请按 errors 中的说明核对后重新提交。", "Check the fields named in errors and send again."),
        faults);
  }

  /** 422 for a single field. */
  public static Refusal notPermitted(Fault fault) {
    return notPermitted(List.of(fault));
  }

  /** The same refusal, told in other words. */
  Refusal saying(Text other) {
    return new Refusal(status, slug, title, other, faults, retryAfter, null);
  }

  /** What is said of a status when there is nothing particular to say. */
  public static Refusal byStatus(int status) {
    return StatusTexts.refusal(status);
  }

  /** 404: nothing there, or nothing that the caller may see; the two can't be told apart. */
  public static Refusal notFound() {
    return StatusTexts.refusal(404);
  }

  /** 409: the request contradicts what is stored. */
  public static Refusal conflict(String slug, Text title, Text detail, List<Fault> faults) {
    return new Refusal(409, slug, title, detail, faults);
  }

  /** 412: the record was changed since the client read it. */
  public static Refusal changedMeanwhile() {
    return StatusTexts.refusal(412);
  }

  /** 413: more than a body may hold. */
  static Refusal tooLarge() {
    return StatusTexts.refusal(413);
  }

  /** 428: an existing record may be changed only by whoever says what was read. */
  public static Refusal preconditionRequired() {
    return StatusTexts.refusal(428, List.of(InputFault.REQUIRED.at(HttpHeaders.IF_MATCH)));
  }

  /**
   * 429: more than the client may ask for.
   *
   * @param seconds when it may ask again
   */
  public static Refusal tooManyRequests(long seconds) {
    Refusal refusal = StatusTexts.refusal(429);
    return new Refusal(
        refusal.status, refusal.slug, refusal.title, refusal.detail, refusal.faults, seconds, null);
  }

  /** 500: the service's own fault, which its log tells of. */
  public static Refusal internalError() {
    return StatusTexts.refusal(500);
  }

  /** 503: something that the answer needs can't be had just now; the client may try again. */
  public static Refusal unavailable(Text detail) {
    return new Refusal(
        503, "unavailable", new Text("服务暂不可用", "Service unavailable"), detail, List.of());
  }

  /**
   * The same.
   *
   * @param cause why it can't be had; no client is told
   */
  public static Refusal unavailable(Text detail, Throwable cause) {
    Refusal refusal = unavailable(detail);
    return new Refusal(
        refusal.status,
        refusal.slug,
        refusal.title,
        refusal.detail,
        refusal.faults,
        refusal.retryAfter,
        cause);
  }

  /** 503: as much is under way as there may be at a time; what was asked for was not begun. */
  static Refusal busy() {
    return unavailable(
        new Text(
            "正在办理的请求过多，请稍后重试，重复提交是安全的。",
            "Too much is under way; try again later, sending again is safe."));
  }

  /** 503: it took longer than a client is kept waiting; nothing of it was done. */
  static Refusal tooSlow() {
    return unavailable(
        new Text(
            "系统繁忙，未能在时限内处理完毕，没有作任何登记。请稍后重试，或者分成较小的部分提交。",
            "It was not done in time, and nothing of it was stored; try again later, or send it in"
                + " smaller parts."));
  }

  /** 503: the database is out of reach; sending again later is safe. */
  public static Refusal unavailable() {
    return StatusTexts.refusal(503);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** After how many seconds the request may be sent again; 0 when time makes no difference. */
  public long retryAfter() {
    return retryAfter;
  }

  /** The last part of the problem's type. */
  public String slug() {
    return slug;
  }

  /** What is wrong with which field. */
  public List<Fault> faults() {
    return faults;
  }

  /** The body in the given language, when what is at fault stands in what was sent as a body. */
  public Problem problem(Locale language) {
    return problem(language, RequestNames.NONE);
  }

  /** The body in the given language, which tells parameters and headers from fields of the body. */
  Problem problem(Locale language, RequestNames names) {
    return new Problem(
        "/problems/" + slug,
        title.in(language),
        status,
        detail.in(language),
        faults.stream().map(fault -> fault.in(language, names)).toList());
  }
}
