package disclosure.requests.page.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.page.worklist.Worklist.Missing;
import disclosure.requests.personaldata.MaskedApplicant;
import disclosure.requests.search.FoundApplication;
import disclosure.requests.search.MissingAnswers;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorklistTest {

  private static final Optional<LocalDate> DUE = Optional.of(LocalDate.of(2024, 4, 1));

  @Test
  void a_part_says_where_those_stand_whose_time_is_over() {
    assertThat(part(List.of())).isEqualTo("收到较早的一部分中没有期限已过的");
    assertThat(part(List.of(found(DUE), found(DUE)))).isEqualTo("收到较早的一部分中期限已过的都有答复期限，按期限列在待办中");
    assertThat(part(List.of(found(Optional.empty())))).isEqualTo("上面只列出其中收到较早的一部分");
    assertThat(part(List.of(found(DUE), found(Optional.empty()))))
        .isEqualTo("上面只列出其中收到较早的一部分，有答复期限的按期限列在待办中");
  }

  private static String part(List<FoundApplication> items) {
    return Missing.of(
            new MissingAnswers.Part(
                items, Map.of(), Optional.of(URI.create("/register?view=missing"))))
        .part();
  }

  private static FoundApplication found(Optional<LocalDate> dueOn) {
    return new FoundApplication(
        UUID.randomUUID(),
        1,
        new OrganCode("11141124012345698T"),
        "某办公室",
        "1号",
        LocalDate.of(2024, 3, 1),
        "POST",
        "NATURAL_PERSON",
        new MaskedApplicant(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of()),
        Optional.empty(),
        "CONSULTING",
        dueOn,
        false,
        false,
        false,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
