package disclosure.requests.page.applicant;

import disclosure.edge.look.Wording;
import disclosure.requests.page.Screen;
import disclosure.requests.page.form.Persons;
import disclosure.requests.personaldata.FullApplicant;
import disclosure.requests.personaldata.OtherPersons.Person;
import disclosure.requests.store.StoredApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who applies, in full. Only ever the body of an answer.
 *
 * @param application where the application is
 * @param number the application's
 * @param persons the applicant, those who apply beside him, and who applies for him
 */
public record ApplicantScreen(String application, String number, List<Somebody> persons) {

  /**
   * One of them.
   *
   * @param part 申请人, 共同申请人 or 代理人
   * @param facts what is known of him; nothing once he was forgotten
   */
  public record Somebody(String part, List<Screen.Pair> facts) {

    /** Without the person: such a text ends up in logs. */
    @Override
    public String toString() {
      return "Somebody[" + part + "]";
    }
  }

  /** A defensive copy is kept. */
  public ApplicantScreen {
    persons = List.copyOf(persons);
  }

  static ApplicantScreen of(StoredApplication stored, FullApplicant applicant) {
    List<Somebody> persons = new ArrayList<>();
    persons.add(
        somebody(
            Wording.of("申请人"), applicant.name(), applicant.identityNumber(), applicant.contact()));
    applicant
        .others()
        .jointApplicants()
        .forEach(one -> persons.add(somebody(Wording.of("共同申请人"), one)));
    applicant.others().agent().ifPresent(agent -> persons.add(somebody(Wording.of("代理人"), agent)));
    return new ApplicantScreen(Screen.address(stored.id()), stored.sourceReference(), persons);
  }

  private static Somebody somebody(String part, Person person) {
    return somebody(part, Optional.of(person.name()), person.identityNumber(), person.contact());
  }

  private static Somebody somebody(
      String part, Optional<String> name, Optional<String> number, Optional<String> contact) {
    List<Screen.Pair> facts = new ArrayList<>();
    name.ifPresent(text -> facts.add(pair("name", text)));
    number.ifPresent(text -> facts.add(pair("identityNumber", text)));
    contact.ifPresent(text -> facts.add(pair("contact", text)));
    return new Somebody(part, facts);
  }

  private static Screen.Pair pair(String field, String value) {
    return new Screen.Pair(Persons.label(field), value);
  }
}
