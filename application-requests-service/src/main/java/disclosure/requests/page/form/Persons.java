package disclosure.requests.page.form;

import disclosure.edge.look.Field;
import disclosure.edge.look.Wording;
import disclosure.requests.personaldata.OtherPersons.Person;
import disclosure.requests.steps.StepAttribute;
import java.util.List;

/** The fields of those who apply beside the applicant, or for him. */
public final class Persons {

  /** Who applies for him. */
  public static final String AGENT = "applicant.agent.";

  /** Those who apply beside him. */
  public static final Rows JOINT =
      new Rows(
          "applicant.jointApplicants",
          StepAttribute.within(Person.class).stream().map(StepAttribute::name).toList());

  private Persons() {}

  /** What is known of somebody, whoever he is. */
  public static String label(String attribute) {
    return Words.chinese("applicant." + attribute)
        .map(label -> Wording.of(label.replaceFirst("^申请人", "")))
        .orElse(attribute);
  }

  /** The fields of one. */
  public static List<Field> of(Fields fields, String path, String who) {
    return StepAttribute.within(Person.class).stream()
        .map(
            attribute ->
                fields.of(path, attribute).called(Wording.of("%s%s", who, label(attribute.name()))))
        .toList();
  }
}
