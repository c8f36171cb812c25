package disclosure.report.text.claim;

import disclosure.report.text.word.Sense;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.util.List;

/** What a number of applications may be the number of, in all columns or in some. */
public final class Totals {

  private Totals() {}

  public static List<Told> received(List<ApplicantType> columns) {
    return List.of(Told.row(FormRow.NEWLY_RECEIVED, columns), Told.handled(columns));
  }

  public static List<Told> handled(List<ApplicantType> columns) {
    return List.of(
        Told.handled(columns),
        Told.row(FormRow.NEWLY_RECEIVED, columns),
        Told.row(FormRow.CONCLUDED, columns));
  }

  public static List<Told> answered(List<ApplicantType> columns) {
    return List.of(Told.row(FormRow.CONCLUDED, columns), Told.row(FormRow.NEWLY_RECEIVED, columns));
  }

  public static List<Told> receivedAndAnswered(List<ApplicantType> columns) {
    return List.of(
        Told.row(FormRow.NEWLY_RECEIVED, columns),
        Told.row(FormRow.CONCLUDED, columns),
        Told.handled(columns),
        Told.receivedAndConcluded(columns));
  }

  /** 收到12件，其中10件办结. */
  public static List<Told> concludedOfReceived() {
    return List.of(Told.row(FormRow.CONCLUDED, List.of()), Told.receivedAndConcluded(List.of()));
  }

  public static List<Told> madePublic(List<ApplicantType> columns) {
    return List.of(
        Told.outcomes(List.of(Sense.DISCLOSED), columns),
        Told.outcomes(List.of(Sense.DISCLOSED, Sense.PARTIALLY_DISCLOSED), columns),
        Told.row(FormRow.CONCLUDED, columns));
  }

  public static List<Told> answeredOpenly(List<ApplicantType> columns) {
    return List.of(
        Told.outcomes(List.of(Sense.DISCLOSED), columns), Told.row(FormRow.CONCLUDED, columns));
  }

  /** 公民 are natural persons, or whoever applied. */
  public static List<Told> ofCitizens() {
    List<ApplicantType> persons = List.of(ApplicantType.NATURAL_PERSON);
    return List.of(
        Told.row(FormRow.NEWLY_RECEIVED, persons),
        Told.row(FormRow.NEWLY_RECEIVED, List.of()),
        Told.handled(persons),
        Told.handled(List.of()));
  }

  /** Kinds of applicants are told of applications alone. */
  public static List<Told> nothing(List<ApplicantType> columns) {
    return List.of();
  }
}
