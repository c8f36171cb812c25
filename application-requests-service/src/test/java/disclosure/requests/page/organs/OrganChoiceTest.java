package disclosure.requests.page.organs;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.look.Field;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.organ.OrganNames.Named;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrganChoiceTest {

  private static final List<Named> MANY =
      IntStream.range(0, 301).mapToObj(n -> organ(TestOrgans.fresh())).toList();

  @Test
  void so_many_are_written_also_without_the_one_that_is_changed() {
    OrganChoice choice = OrganChoice.of(MANY).with(List.of(), MANY.get(0).code());
    assertThat(choice.isWritten()).isTrue();
    Field field = choice.in(field(TestOrgans.COUNTY), "（没有）");
    assertThat(field.kind()).isEqualTo(Field.Kind.LINE);
    assertThat(field.value()).isEqualTo(TestOrgans.COUNTY);
  }

  @Test
  void those_that_stand_there_make_them_no_more_than_can_be_chosen_from() {
    OrganChoice choice =
        OrganChoice.of(MANY.subList(0, 300))
            .with(List.of(organ(TestOrgans.COUNTY), organ(TestOrgans.FOREIGN)), MANY.get(0).code());
    assertThat(choice.isWritten()).isFalse();
    assertThat(chosen(choice.in(field(TestOrgans.FOREIGN), "（没有）")))
        .containsExactly(TestOrgans.FOREIGN);
  }

  @Test
  void what_stands_in_the_field_is_always_among_the_choices() {
    OrganChoice choice = OrganChoice.of(MANY.subList(0, 2));
    assertThat(chosen(choice.in(field(TestOrgans.OFFICE), "（没有）")))
        .containsExactly(TestOrgans.OFFICE);
    assertThat(chosen(choice.in(field(MANY.get(1).code().value()), "（没有）")))
        .containsExactly(MANY.get(1).code().value());
    assertThat(choice.in(field(""), "（没有）").options()).hasSize(3);
  }

  private static List<String> chosen(Field field) {
    return field.options().stream().filter(Field.Option::chosen).map(Field.Option::value).toList();
  }

  private static Named organ(String code) {
    return new Named(new OrganCode(code), "某局" + code);
  }

  private static Field field(String value) {
    return Field.of(Field.Kind.LINE, "parentOrganCode", "上级机关", value);
  }
}
