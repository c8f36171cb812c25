package disclosure.statistics.cell;

import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which cell is to be proved.
 *
 * @param row the row
 * @param column the applicant type; absent for the total
 * @param after where the page before ended
 * @param limit how many applications at most, 1 to 1000
 */
record CellQuestion(
    FormRow row, Optional<ApplicantType> column, Optional<PageToken> after, int limit) {

  private static final String TOTAL = "TOTAL";
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1000;

  /**
   * Where a page ends.
   *
   * @param organ of the last application; absent where they are in no order of organs
   * @param receivedOn its day of receipt; absent where they are in no order of days
   */
  record PageToken(Optional<OrganCode> organ, Optional<LocalDate> receivedOn, UUID applicationId) {

    private static final Pattern FORM =
        Pattern.compile(
            "(?:([0-9A-Z]{18})_)?(?:(\\d{4}-\\d{2}-\\d{2})_)?"
                + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    static Optional<PageToken> of(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        return Optional.empty();
      }
      Optional<String> organ = Optional.ofNullable(form.group(1));
      Optional<String> day = Optional.ofNullable(form.group(2));
      if (organ.isEmpty() && day.isEmpty()
          || organ.filter(code -> !OrganCode.isValid(code)).isPresent()) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new PageToken(
                organ.map(OrganCode::new),
                day.map(LocalDate::parse),
                UUID.fromString(form.group(3))));
      } catch (DateTimeParseException noDay) {
        return Optional.empty();
      }
    }

    CellOrder order() {
      if (organ.isEmpty()) {
        return CellOrder.DAY;
      }
      return receivedOn.isEmpty() ? CellOrder.ORGAN : CellOrder.ORGAN_AND_DAY;
    }

    @Override
    public String toString() {
      return organ.map(code -> code.value() + "_").orElse("")
          + receivedOn.map(day -> day + "_").orElse("")
          + applicationId;
    }
  }

  /**
   * @throws Refusal 400, naming every parameter at fault
   */
  static CellQuestion of(
      Optional<String> row,
      Optional<String> column,
      Optional<String> after,
      Optional<String> limit) {
    List<Fault> faults = new ArrayList<>();
    Optional<FormRow> formRow =
        Arrays.stream(FormRow.values())
            .filter(known -> known.name().equals(row.orElse("")))
            .findFirst();
    if (formRow.isEmpty()) {
      faults.add(InputFault.NOT_ONE_OF.at("row", Expected.oneOf(FormRow.values())));
    }
    Optional<ApplicantType> type =
        Arrays.stream(ApplicantType.values())
            .filter(known -> known.name().equals(column.orElse("")))
            .findFirst();
    if (type.isEmpty() && !column.orElse("").equals(TOTAL)) {
      faults.add(InputFault.NOT_ONE_OF.at("column", Expected.oneOf(columns())));
    }
    Optional<PageToken> token = after.flatMap(PageToken::of);
    if (after.isPresent() && token.isEmpty()) {
      faults.add(InputFault.NOT_FROM_NEXT.at("after"));
    }
    int size = limit.map(CellQuestion::number).orElse(DEFAULT_LIMIT);
    if (size < 1 || size > MAX_LIMIT) {
      faults.add(InputFault.INTEGER_OUT_OF_RANGE.at("limit", Expected.between(1, MAX_LIMIT)));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return new CellQuestion(formRow.orElseThrow(), type, token, size);
  }

  private static List<String> columns() {
    return Stream.concat(
            Arrays.stream(ApplicantType.values()).map(ApplicantType::name), Stream.of(TOTAL))
        .toList();
  }

  private static int number(String text) {
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
  }
}
