package disclosure.requests.tally;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.util.Map;

/**
 * One row of table three.
 *
 * @param code which row
 * @param number its number in the form
 * @param label its words in the form
 * @param counts one number for each applicant type, in the order of the form
 * @param total counted by itself, not added up
 */
@JsonPropertyOrder({"code", "number", "label", "counts", "total"})
record TallyRow(
    FormRow code, String number, String label, Map<ApplicantType, Long> counts, long total) {

  static TallyRow of(FormRow code, Map<ApplicantType, Long> counts, long total) {
    return new TallyRow(code, code.number(), code.label(), counts, total);
  }
}
