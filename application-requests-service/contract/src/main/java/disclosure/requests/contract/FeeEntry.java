package disclosure.requests.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/**
 * One fee notice or payment of an application (《条例》第四十二条).
 *
 * @param kind which of both
 * @param on the day of the notice, or of the payment
 * @param fen the amount in 分, a hundredth of a 元; more than nothing
 */
public record FeeEntry(
    @JsonProperty(required = true) FeeKind kind,
    @JsonProperty(required = true) LocalDate on,
    @JsonProperty(required = true) long fen) {

  /**
   * @throws IllegalArgumentException when a part is missing or the amount is none
   */
  public FeeEntry {
    Contracts.present("kind", kind);
    Contracts.present("on", on);
    Contracts.require(fen > 0, "fen is below 1");
  }
}
