package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamAddressTest {

  @Test
  void a_ticket_is_asked_for_below_the_stream_that_it_opens() {
    StreamAddress stream = StreamAddress.ofTicketRequest("/live/tickets?organ=1&year=2024");
    assertThat(stream).isEqualTo(StreamAddress.of("/live?organ=1&year=2024"));
    assertThat(stream.with("abc")).isEqualTo("/live?organ=1&year=2024&ticket=abc");
    assertThat(StreamAddress.of(stream.with("abc"))).isEqualTo(stream);
    assertThat(StreamAddress.ofTicketRequest("/runs/1/events/tickets").with("abc"))
        .isEqualTo("/runs/1/events?ticket=abc");
  }

  @Test
  void wherever_the_ticket_stands_it_is_found_and_left_out() {
    for (String target : new String[] {"/live?ticket=abc&organ=1", "/live?organ=1&ticket=abc"}) {
      assertThat(StreamAddress.ticket(target)).contains("abc");
      assertThat(StreamAddress.of(target)).hasToString("/live?organ=1");
    }
    assertThat(StreamAddress.ticket("/live?organ=1&tickets=abc")).isEmpty();
    assertThat(StreamAddress.ticket("/live/ticket=abc")).isEmpty();
    assertThat(StreamAddress.of("/live?ticket=abc")).hasToString("/live");
  }

  @Test
  void another_address_is_another_one() {
    assertThat(StreamAddress.of("/live?organ=1")).isNotEqualTo(StreamAddress.of("/live?organ=2"));
    assertThat(StreamAddress.of("/live?a=1&organ=1"))
        .isNotEqualTo(StreamAddress.of("/live?organ=1"));
  }
}
