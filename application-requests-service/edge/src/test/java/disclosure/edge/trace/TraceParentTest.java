package disclosure.edge.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

  private static final String SPAN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void a_recorded_span_reads_as_it_was_written() {
    TraceParent parent = TraceParent.read(SPAN).orElseThrow();

    assertThat(TraceParent.of(Span.fromContext(parent.asParent()))).contains(parent);
    assertThat(parent.text()).isEqualTo(SPAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n"
      })
  void anything_else_is_no_span_to_go_on_from(String header) {
    assertThat(TraceParent.read(header)).isEmpty();
  }

  @Test
  void while_traces_are_off_nothing_is_carried_and_nothing_begun() {
    Traces off = Traces.off();

    assertThat(List.of(off.carried(SPAN), off.current())).allMatch(each -> each.isEmpty());
    assertThat(
            off.begin(
                "publish", io.opentelemetry.api.trace.SpanKind.PRODUCER, TraceParent.read(SPAN)))
        .isSameAs(Span.getInvalid());
  }
}
