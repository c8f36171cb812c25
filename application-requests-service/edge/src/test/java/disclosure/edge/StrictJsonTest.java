package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Validator;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StrictJsonTest {

  private final StrictJson json = new StrictJson(nothingToAdd(), PlainText.LINES);

  record Inner(Optional<String> name) {}

  record Outer(Optional<String> subject, Optional<Inner> inner, List<Inner> list) {}

  @Test
  void an_unknown_field_is_named_once_whatever_stands_in_it() {
    assertThat(unknown("{\"foo\":1}")).containsExactly("foo /foo");
    assertThat(unknown("{\"texts\":{}}")).containsExactly("texts /texts");
    assertThat(unknown("{\"texts\":{\"a\":{\"b\":1}},\"subject\":\"x\"}"))
        .containsExactly("texts /texts");
    assertThat(unknown("{\"subject\":\"x\",\"texts\":[{\"a\":1}],\"foo\":1,\"a/b\":{}}"))
        .containsExactly("texts /texts", "foo /foo", "a/b /a~1b");
  }

  @Test
  void so_is_one_within_others() {
    assertThat(unknown("{\"inner\":{\"texts\":{},\"name\":\"x\"},\"list\":[]}"))
        .containsExactly("inner.texts /inner/texts");
    assertThat(unknown("{\"list\":[{\"name\":\"x\"},{\"texts\":[[]],\"foo\":1,\"name\":\"x\"}]}"))
        .containsExactly("list[1].texts /list/1/texts", "list[1].foo /list/1/foo");
    assertThat(
            unknown(
                "{\"subject\":\"x\",\"inner\":{\"name\":\"x\"},\"list\":[],\"texts\":{},\"foo\":1}"))
        .containsExactly("texts /texts", "foo /foo");
    assertThat(
            unknown(
                "{\"texts\":{},\"subject\":\"x\",\"inner\":{\"name\":\"x\"},\"list\":[],\"foo\":[]}"))
        .containsExactly("texts /texts", "foo /foo");
  }

  private List<String> unknown(String text) {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> json.read(text.getBytes(StandardCharsets.UTF_8), Outer.class));
    assertThat(refusal.faults()).extracting(Fault::code).containsOnly(InputFault.UNKNOWN_FIELD);
    return refusal.faults().stream()
        .map(fault -> fault.field() + " " + fault.pointer().orElseThrow())
        .toList();
  }

  private static Validator nothingToAdd() {
    return (Validator)
        Proxy.newProxyInstance(
            StrictJsonTest.class.getClassLoader(),
            new Class<?>[] {Validator.class},
            (proxy, method, arguments) -> Set.of());
  }
}
