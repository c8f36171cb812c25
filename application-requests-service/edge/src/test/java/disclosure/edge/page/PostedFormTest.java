package disclosure.edge.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.Fault;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostedFormTest {

  @Test
  void what_was_filled_in_is_read_as_it_was_sent() {
    PostedForm form =
        PostedForm.of("subject=%E4%B9%A1%E6%9D%91+%26%3Cb%3E&remove=A&remove=B&empty=");

    assertThat(form.first("subject")).contains("乡村 &<b>");
    assertThat(form.all("remove")).containsExactly("A", "B");
    assertThat(form.first("empty")).contains("");
    assertThat(form.first("nothing")).isEmpty();
    assertThat(form.stream())
        .containsExactly(
            new ErrorPage.Value("subject", "乡村 &<b>"),
            new ErrorPage.Value("remove", "A"),
            new ErrorPage.Value("remove", "B"),
            new ErrorPage.Value("empty", ""));
  }

  @Test
  void what_is_no_form_is_refused() {
    assertThatThrownBy(() -> PostedForm.of("subject=%zz"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%ED%A0%80", "%E4%B8", "a%FFb", "%C0%AF", "\uFFFD"})
  void what_is_not_in_utf_8_is_named_by_its_field(String text) {
    assertThatThrownBy(() -> PostedForm.of("a=b&subject=" + text + "&c=d"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.faults()).containsExactly(InputFault.NOT_UTF8.at("subject"));
            });
    assertThatThrownBy(() -> PostedForm.of(text + "=x"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.faults()).containsExactly(InputFault.NOT_UTF8.at("")));
  }

  @Test
  void what_no_database_takes_is_refused_with_its_fields() {
    assertThatThrownBy(() -> PostedForm.of("key=%00&name=a&note=x%00y"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.faults())
                  .extracting(Fault::field)
                  .containsExactlyInAnyOrder("key", "note");
            });
  }

  @Test
  void a_form_is_read_to_its_end_or_not_at_all() {
    PostedForm whole = PostedForm.of(fields(1_000));
    assertThat(whole.first("f999")).contains("999");
    assertThat(PostedForm.of("f=&".repeat(1_000)).all("f")).hasSize(1_000);
    for (String more : List.of(fields(1_001), fields(5_000), "f=&".repeat(1_001))) {
      assertThatThrownBy(() -> PostedForm.of(more))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(413));
    }
  }

  private static String fields(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "f" + i + "=" + i)
        .collect(Collectors.joining("&"));
  }

  @Test
  void a_value_is_told_to_no_log() {
    assertThat(new ErrorPage.Value("applicant.name", "张三")).hasToString("applicant.name");
    assertThat(PostedForm.of("applicant.name=%E5%BC%A0")).asString().doesNotContain("张");
  }
}
