package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.matches;
import static disclosure.acceptance.deployment.Repository.text;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.DisputeResult;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OutcomeCategory;
import disclosure.requests.contract.StepType;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryTest {

  /** Not the topics, whose names begin as theirs do. */
  private static final String PACKAGE =
      "`(disclosure\\.(?:requests|statistics|report|storage|edge)[a-z.]*)`";

  private static final String GLOSSARY = text("deploy/docs/glossary.md");

  @Test
  void every_code_of_the_contract_stands_beside_its_words_in_the_form() {
    assertThat(
            Stream.of(
                    Arrays.stream(FormRow.values())
                        .map(row -> row.number() + " | " + entry(row, FormRow::label)),
                    Arrays.stream(OutcomeCategory.values())
                        .map(
                            group ->
                                "三"
                                    + group.number()
                                    + " | "
                                    + entry(group, OutcomeCategory::label)),
                    entries(ApplicantType.values(), ApplicantType::label),
                    entries(StepType.values(), StepType::label),
                    entries(ApplicationStatus.values(), ApplicationStatus::label),
                    entries(Channel.values(), Channel::label),
                    entries(DisputeKind.values(), DisputeKind::label),
                    entries(DisputeResult.values(), DisputeResult::label),
                    entries(OrganKind.values(), OrganKind::label))
                .flatMap(entries -> entries)
                .map(entry -> "| " + entry + " | "))
        .allSatisfy(entry -> assertThat(GLOSSARY).contains(entry));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploy/docs/glossary.md",
        ".github/CONTRIBUTING.md",
        "deploy/docs/how/an-event.md",
        "deploy/docs/how/the-clock.md",
        "deploy/docs/how/freezing.md"
      })
  void every_type_and_package_that_a_page_names_exists(String page) {
    Set<String> types =
        Repository.files(".java")
            .map(file -> file.replaceFirst(".*/", "").replaceFirst("\\.java$", ""))
            .collect(toSet());
    assertThat(matches("`([A-Z][a-z]+[A-Za-z]*)`", text(page)).map(match -> match.group(1)))
        .allSatisfy(type -> assertThat(types).contains(type));
    Set<String> packages =
        Repository.files("package-info.java")
            .map(file -> file.replaceFirst(".*/src/main/java/", "").replaceFirst("/[^/]*$", ""))
            .collect(toSet());
    assertThat(matches(PACKAGE, text(page)).map(match -> match.group(1)))
        .allSatisfy(name -> assertThat(packages).contains(name.replace('.', '/')));
  }

  private static <E extends Enum<E>> Stream<String> entries(E[] codes, Function<E, String> label) {
    return Arrays.stream(codes).map(code -> entry(code, label));
  }

  private static <E extends Enum<E>> String entry(E code, Function<E, String> label) {
    return label.apply(code) + " | `" + code + "`";
  }
}
