package disclosure.requests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages in English call things of the form by the English of their labels. */
class WordingTest {

  @Test
  void the_catalogue_has_every_label_in_order_and_nothing_else() throws Exception {
    TreeSet<String> labels = new TreeSet<>();
    Stream.of(
            labels(FormRow.values(), FormRow::label),
            labels(Outcome.values(), Outcome::label),
            labels(OutcomeCategory.values(), OutcomeCategory::label),
            labels(ApplicantType.values(), ApplicantType::label),
            labels(ApplicationStatus.values(), ApplicationStatus::label),
            labels(Channel.values(), Channel::label),
            labels(DisputeKind.values(), DisputeKind::label),
            labels(DisputeResult.values(), DisputeResult::label),
            labels(OrganKind.values(), OrganKind::label),
            labels(StepType.values(), StepType::label))
        .forEach(labels::addAll);

    Map<String, String> entries;
    try (InputStream file =
        WordingTest.class.getClassLoader().getResourceAsStream("wording/en.json")) {
      entries = new ObjectMapper().readValue(file, new TypeReference<>() {});
    }

    assertThat(new ArrayList<>(entries.keySet())).isEqualTo(new ArrayList<>(labels));
    assertThat(entries.values()).allMatch(english -> english.matches("\\p{ASCII}+"));
  }

  private static <E> List<String> labels(E[] all, Function<E, String> label) {
    return Arrays.stream(all).map(label).toList();
  }
}
