package disclosure.edge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the framework's own refusals say, by HTTP status. */
final class StatusTexts {

  private record Entry(String slug, Text title, Text detail) {}

  private static final Map<Integer, Entry> ENTRIES =
      Map.ofEntries(
          entry(
              400,
              "bad-request",
              "请求有误",
              "Bad request",
              "请求无法识别，请检查后重新提交。",
              "The request can't be understood; check it and send it again."),
          entry(
              401,
              "unauthenticated",
              "未通过身份验证",
              "Not authenticated",
              "请使用有效的访问令牌（Bearer token）。",
              "Send a valid bearer token."),
          entry(
              403,
              "forbidden",
              "没有权限",
              "Forbidden",
              "当前客户端没有执行此操作的角色。",
              "The client lacks the role for this operation."),
          entry(
              404,
              "not-found",
              "未找到",
              "Not found",
              "没有此资源，或者当前客户端无权查看。",
              "There is no such resource, or the client may not see it."),
          entry(
              405,
              "method-not-allowed",
              "不支持的请求方法",
              "Method not allowed",
              "此资源不支持该请求方法。",
              "The resource doesn't support this method."),
          entry(
              406,
              "not-acceptable",
              "无法提供所要求的格式",
              "Not acceptable",
              "请调整 Accept 请求头。",
              "The resource has no representation that fits the Accept header."),
          entry(
              408,
              "request-timeout",
              "请求超时",
              "Request timeout",
              "请重新提交。",
              "Send the request again."),
          entry(
              409,
              "conflict",
              "与已有记录冲突",
              "Conflict",
              "请求与已有内容冲突，请核对。",
              "The request contradicts what is stored."),
          entry(
              412,
              "changed-meanwhile",
              "记录已被修改",
              "Changed meanwhile",
              "该记录在读取之后已被修改，请重新读取后再提交。",
              "The record was changed since it was read; read it again, then send the change."),
          entry(
              413,
              "too-large",
              "请求内容过大",
              "Content too large",
              "请求内容超过允许的大小；大量申请请使用批量接口。",
              "The body exceeds the limit; use the batch interface for many applications."),
          entry(414, "uri-too-long", "请求地址过长", "URI too long", "请缩短请求地址。", "Shorten the URI."),
          entry(
              415,
              "unsupported-media-type",
              "不支持的内容类型",
              "Unsupported media type",
              "请检查 Content-Type 请求头。",
              "Check the Content-Type header."),
          entry(
              428,
              "precondition-required",
              "缺少 If-Match",
              "Precondition required",
              "修改已有记录须在 If-Match 请求头中给出所读取的 ETag。",
              "Send the ETag that was read in the If-Match header to change an existing record."),
          entry(
              431,
              "headers-too-long",
              "请求头过长",
              "Header fields too long",
              "请缩短请求头。",
              "Shorten the header fields."),
          entry(
              500,
              "internal-error",
              "服务内部错误",
              "Internal error",
              "错误已记录，请稍后重试或联系管理员。",
              "The error was recorded; try again later or tell the administrator."),
          entry(
              429,
              "too-many-requests",
              "请求过于频繁",
              "Too many requests",
              "请在 Retry-After 所示的秒数之后重试，重复提交是安全的。",
              "Try again after the seconds in Retry-After; sending again is safe."),
          entry(
              503,
              "unavailable",
              "服务暂不可用",
              "Service unavailable",
              "请稍后重试，重复提交是安全的。",
              "Try again later; sending again is safe."));

  private StatusTexts() {}

  /** The refusal for a status of the framework's; an unlisted one keeps its number. */
  static Refusal refusal(int status) {
    return refusal(status, List.of());
  }

  static Refusal refusal(int status, List<Fault> faults) {
    Entry entry =
        Optional.ofNullable(ENTRIES.get(status)).orElseGet(() -> ENTRIES.get(status / 100 * 100));
    return new Refusal(status, entry.slug(), entry.title(), entry.detail(), faults);
  }

  private static Map.Entry<Integer, Entry> entry(
      int status, String slug, String title, String english, String detail, String englishDetail) {
    return Map.entry(
        status, new Entry(slug, new Text(title, english), new Text(detail, englishDetail)));
  }
}
