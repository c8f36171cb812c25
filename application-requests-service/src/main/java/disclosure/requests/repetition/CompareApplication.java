package disclosure.requests.repetition;

import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.Writing;
import disclosure.requests.application.NewStep;
import disclosure.requests.application.Receipt;
import disclosure.requests.application.RecordedStep;
import disclosure.requests.application.step.Concluded;
import disclosure.requests.application.step.CorrectionRequested;
import disclosure.requests.application.step.Extended;
import disclosure.requests.application.step.FeeNotified;
import disclosure.requests.application.step.FeePaid;
import disclosure.requests.application.step.Step;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.personaldata.FullApplicant;
import disclosure.requests.personaldata.OtherPersons.Person;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.store.NewApplication;
import disclosure.requests.store.StoredApplication;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is said anew of an application that is in the register. What is not said makes no
 * difference, but for a step that is missing. What is registered about persons is compared, and
 * never told.
 */
final class CompareApplication {

  /** More than a mistyped day is from the right one. */
  private static final int DAYS_APART = 31;

  private final StoredApplication stored;
  private final NewApplication said;
  private final PersonalDataCipher cipher;
  private final List<Fault> differences = new ArrayList<>();
  private final List<NewStep> more = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private boolean contradictsPerson;
  private boolean contradictsApplicant;
  private boolean contradictsSubject;

  /** Whether it names the same person, or asks the same. */
  private boolean isFamiliar;

  /**
   * Compares at once.
   *
   * @param forgotten whether the register knows no more who applied
   */
  CompareApplication(
      StoredApplication stored, NewApplication said, PersonalDataCipher cipher, boolean forgotten) {
    this.stored = stored;
    this.said = said;
    this.cipher = cipher;
    receipt();
    if (!forgotten) {
      texts();
    }
    steps();
  }

  /** In which fields it differs from what is stored. */
  List<Fault> differences() {
    return differences;
  }

  /** The steps that the register doesn't have yet. */
  List<NewStep> more() {
    return more;
  }

  /** Where each of them stands in what is said. */
  List<String> places() {
    return places;
  }

  /** Whether it says of the applicant what is registered otherwise, as a guess would. */
  boolean contradictsApplicant() {
    return contradictsApplicant;
  }

  /**
   * Whether it came on another day, or somebody else applied: such a row is no repetition. Who has
   * another telephone is nobody else.
   */
  boolean isAnotherApplication() {
    return contradictsPerson
        || !stored
            .application()
            .receipt()
            .receivedOn()
            .equals(said.application().receipt().receivedOn());
  }

  /**
   * Whether its number was given anew, as where offices count from 1 each year: somebody else
   * applied, or nobody knows who, at quite another time. Another day alone is a mistake.
   */
  boolean isNumberedAnew() {
    LocalDate before = stored.application().receipt().receivedOn();
    LocalDate now = said.application().receipt().receivedOn();
    boolean isFar =
        now.isBefore(before.minusDays(DAYS_APART)) || now.isAfter(before.plusDays(DAYS_APART));
    boolean isOfAnotherYear = before.getYear() != now.getYear();
    return isFar && (contradictsPerson || isOfAnotherYear && (contradictsSubject || !isFamiliar));
  }

  /** That it is. */
  Fault numberedAnew() {
    return RegisterFault.NUMBER_USED_BEFORE.at(
        "sourceReference",
        stored.application().receipt().receivedOn(),
        said.application().receipt().receivedOn().getYear());
  }

  /** The words for the steps that are to be appended. */
  Fault announcement() {
    String names =
        more.stream().map(step -> step.step().type().label()).collect(Collectors.joining("、"));
    return RegisterFault.STEPS_APPENDED.at("", names, more.size());
  }

  private void receipt() {
    Receipt before = stored.application().receipt();
    Receipt now = said.application().receipt();
    if (!before.receivedOn().equals(now.receivedOn())) {
      differs("receivedOn", before.receivedOn().toString());
    }
    if (before.channel() != now.channel()) {
      differs("channel", before.channel().label());
    }
    if (before.applicantType() != now.applicantType()
        && stored.application().applicantType() != now.applicantType()) {
      differs("applicant.type", stored.application().applicantType().label());
    }
  }

  private void texts() {
    FullApplicant before = stored.applicant().open(stored.id(), cipher);
    FullApplicant now = said.applicant().open(said.id(), cipher);
    contradictsPerson =
        text("applicant.name", before.name(), now.name())
            | text("applicant.identityNumber", before.identityNumber(), now.identityNumber());
    contradictsApplicant =
        contradictsPerson
            | differs(
                "applicant.contact",
                before.contact(),
                now.contact().filter(said -> !isSameContact(said, before.contact())))
            | text(
                "applicant.jointApplicants",
                names(before.others().jointApplicants()),
                names(now.others().jointApplicants()))
            | text(
                "applicant.agent",
                before.others().agent().map(Person::name),
                now.others().agent().map(Person::name));
    isFamiliar = agrees(before.name(), now.name()) || agrees(stored.subject(), said.subject());
    contradictsSubject = text("subject", stored.subject(), said.subject());
  }

  private static boolean isSameContact(String said, Optional<String> before) {
    return Writing.of(Optional.of(said))
        .map(Writing::ofContact)
        .equals(Writing.of(before).map(Writing::ofContact));
  }

  /** In one order, in which they need not have been written. */
  private static Optional<String> names(List<Person> persons) {
    return persons.isEmpty()
        ? Optional.empty()
        : Optional.of(persons.stream().map(Person::name).sorted().collect(Collectors.joining("；")));
  }

  /** Whether the register has another one. */
  private boolean text(String field, Optional<String> before, Optional<String> now) {
    return differs(field, before, now.filter(said -> !isSame(said, before)));
  }

  private static boolean agrees(Optional<String> before, Optional<String> now) {
    return now.filter(said -> isSame(said, before)).isPresent();
  }

  private static boolean isSame(String said, Optional<String> before) {
    return Writing.of(Optional.of(said)).equals(Writing.of(before));
  }

  /** Whether the register has another one than the one that is said and isn't the same. */
  private boolean differs(String field, Optional<String> before, Optional<String> other) {
    if (other.isEmpty()) {
      return false;
    }
    differences.add(
        before.isPresent()
            ? RegisterFault.NOT_AS_REGISTERED.at(field)
            : RegisterFault.NOT_REGISTERED.at(field));
    return before.isPresent();
  }

  private void steps() {
    List<RecordedStep> left = new ArrayList<>(stored.application().effectiveSteps());
    List<RecordedStep> unknown = new ArrayList<>();
    for (RecordedStep row : said.application().steps()) {
      takeOut(left, row.step())
          .ifPresentOrElse(before -> notes(before, row), () -> unknown.add(row));
    }
    for (RecordedStep row : unknown) {
      Optional<RecordedStep> other =
          left.stream().filter(step -> step.step().type() == row.step().type()).findFirst();
      if (other.isPresent()) {
        left.remove(other.get());
        differs(place(row), words(other.get().step()));
      } else {
        more.add(new NewStep(row.step(), Optional.empty(), row.notes()));
        places.add(place(row));
      }
    }
    left.stream()
        .map(RecordedStep::step)
        .filter(step -> isKeptInLedgers(step))
        .forEach(
            step ->
                differences.add(
                    RegisterFault.STEP_NOT_IN_LEDGER.at("", step.type().label(), step.on())));
  }

  /**
   * What is noted of a step that both have. An answer is often served after it was registered, and
   * a third party's opinion written down after the day of its reply: what is noted of a step then
   * is one in its place, which says of day and kind what that said, and so moves no date.
   */
  private void notes(RecordedStep before, RecordedStep row) {
    ComparedNotes notes = new ComparedNotes(before.notes(), row.notes(), place(row));
    differences.addAll(notes.differences());
    if (notes.differences().isEmpty() && notes.gained()) {
      more.add(new NewStep(before.step(), Optional.of(before.sequence()), notes.together()));
      places.add(place(row));
    }
  }

  private static String place(RecordedStep row) {
    return "steps[" + (row.sequence() - 1) + "]";
  }

  private static Optional<RecordedStep> takeOut(List<RecordedStep> left, Step row) {
    Optional<RecordedStep> same = left.stream().filter(step -> says(row, step.step())).findFirst();
    same.ifPresent(left::remove);
    return same;
  }

  /** Whether what the row says of a step is as the register has it. */
  private static boolean says(Step row, Step step) {
    if (row.type() != step.type() || !row.on().equals(step.on())) {
      return false;
    }
    if (row instanceof Concluded now && step instanceof Concluded before) {
      return now.outcome() == before.outcome()
          && (now.specialLaw().isEmpty() || now.specialLaw().equals(before.specialLaw()));
    }
    if (row instanceof Extended now && step instanceof Extended before) {
      return now.workingDays() == before.workingDays();
    }
    if (row instanceof FeeNotified now && step instanceof FeeNotified before) {
      return now.basis() == before.basis() && now.amount().equals(before.amount());
    }
    if (row instanceof FeePaid now && step instanceof FeePaid before) {
      return now.amount().equals(before.amount());
    }
    if (row instanceof CorrectionRequested now && step instanceof CorrectionRequested before) {
      return now.deadline().isEmpty() || now.deadline().equals(before.deadline());
    }
    return true;
  }

  private static boolean isKeptInLedgers(Step step) {
    return switch (step.type()) {
      case CORRECTION_REQUESTED,
          CORRECTION_RECEIVED,
          THIRD_PARTY_CONSULTED,
          THIRD_PARTY_REPLIED,
          EXTENDED,
          FEE_NOTIFIED,
          FEE_PAID,
          CONCLUDED ->
          true;
      default -> false;
    };
  }

  private static String words(Step step) {
    String outcome = step instanceof Concluded end ? "，" + end.outcome().label() : "";
    return step.on() + outcome;
  }

  private void differs(String field, String before) {
    differences.add(RegisterFault.REGISTERED_OTHERWISE.at(field, Expected.oneOf(before)));
  }
}
