package disclosure.statistics.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import disclosure.requests.contract.FormRow;

/**
 * One row of table three with its total, which is carried so that a reader sees when it does not
 * add up.
 *
 * @param code which row of the form
 * @param counts the six columns
 * @param total 总计 as stated
 */
@JsonPropertyOrder({"code", "number", "label", "counts", "total"})
public record MatrixRow(
    @JsonProperty(required = true) FormRow code,
    @JsonProperty(required = true) Counts counts,
    @JsonProperty(required = true) long total) {

  /** A row read from JSON; number and label follow from the code and are not read. */
  @JsonCreator
  static MatrixRow read(
      @JsonProperty(value = "code", required = true) FormRow code,
      @JsonProperty("number") String number,
      @JsonProperty("label") String label,
      @JsonProperty(value = "counts", required = true) Counts counts,
      @JsonProperty(value = "total", required = true) long total) {
    return new MatrixRow(code, counts, total);
  }

  /** A row whose total is the sum of its columns. */
  public static MatrixRow of(FormRow code, Counts counts) {
    return new MatrixRow(code, counts, counts.total());
  }

  /** The row's number in the form. */
  @JsonProperty
  public String number() {
    return code.number();
  }

  /** The row's words in the form. */
  @JsonProperty
  public String label() {
    return code.label();
  }
}
