package disclosure.statistics.page;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.statistics.figures.Timeliness;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TilesTest {

  @ParameterizedTest
  @CsvSource({"1,0,100.0", "9999,1,99.9", "56,2,96.6", "1,2,33.3", "0,5,0.0"})
  void a_hundred_in_a_hundred_are_on_time_only_if_all_are(long onTime, long late, String rate) {
    // Those of which no due date is told are left out.
    assertThat(Tiles.onTimePercent(figures(onTime, late, 7))).contains(new BigDecimal(rate));
  }

  @Test
  void of_nothing_there_is_no_rate() {
    assertThat(Tiles.onTimePercent(figures(0, 0, 7))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"12.5,+12.5%", "-3.0,−3.0%", "0.0,持平", "1000.0,+1000.0%", "5900.0,增长超过10倍"})
  void a_change_bears_its_sign(BigDecimal percent, String words) {
    assertThat(Tiles.signed(percent)).isEqualTo(words);
  }

  private static Timeliness.Figures figures(long onTime, long late, long untold) {
    return new Timeliness.Figures(
        onTime + late + untold,
        onTime,
        late,
        untold,
        0,
        onTime + late,
        Optional.empty(),
        Optional.empty());
  }
}
