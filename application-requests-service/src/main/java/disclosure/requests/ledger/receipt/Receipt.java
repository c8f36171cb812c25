package disclosure.requests.ledger.receipt;

import java.time.LocalDate;

/** When the application of a row was received. */
public sealed interface Receipt {

  /** On a day that the cell says, or would have to say. */
  record AsWritten() implements Receipt {}

  /** On a day whose year the cell doesn't name, and the rest makes plain. */
  record On(LocalDate day) implements Receipt {}

  /** On one of two days, and nothing says on which. */
  record Either(LocalDate earlier, LocalDate later) implements Receipt {}
}
