package disclosure.requests.ledger.reading;

/**
 * A row of a ledger as an application.
 *
 * @param sheet the sheet's name
 * @param row its number
 * @param reference its 登记编号
 * @param json what is posted for it; personal data
 */
public record LedgerRow(String sheet, int row, String reference, byte[] json) {

  @Override
  public String toString() {
    return sheet + ":" + row;
  }
}
