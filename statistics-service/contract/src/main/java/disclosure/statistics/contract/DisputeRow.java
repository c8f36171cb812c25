package disclosure.statistics.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import disclosure.requests.contract.DisputeKind;

/**
 * One group of table four: cases closed in the period by result, and cases pending at its end.
 *
 * @param kind which group
 * @param upheld 结果维持
 * @param corrected 结果纠正
 * @param other 其他结果
 * @param pending 尚未审结
 * @param total 总计 as stated
 */
public record DisputeRow(
    @JsonProperty(required = true) DisputeKind kind,
    @JsonProperty(required = true) long upheld,
    @JsonProperty(required = true) long corrected,
    @JsonProperty(required = true) long other,
    @JsonProperty(required = true) long pending,
    @JsonProperty(required = true) long total) {

  /** A group whose total is the sum of its parts. */
  public static DisputeRow of(
      DisputeKind kind, long upheld, long corrected, long other, long pending) {
    return new DisputeRow(
        kind, upheld, corrected, other, pending, upheld + corrected + other + pending);
  }

  /** Whether the parts add up to the total (check 5 of the annual report). */
  public boolean addsUp() {
    return upheld + corrected + other + pending == total;
  }
}
