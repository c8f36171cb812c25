package disclosure.statistics.figures;

import disclosure.edge.Text;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.matrix.KnownStates;
import disclosure.statistics.matrix.Question;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 申请渠道: how the applications of a period came in.
 *
 * @param rows one for each channel, those without any too
 * @param untold applications of which the channel was not told
 */
record Channels(List<Row> rows, long untold) {

  private static final Text POPULATION =
      new Text("本期收到的政府信息公开申请（不含已作废的）", "Applications received in the period, without voided ones");

  /** The applications of a channel by applicant type. */
  @Schema(name = "ChannelRow")
  record Row(Channel channel, String label, Counts counts, long total) {}

  static Counted<Channels> read(Connection connection, List<String> organs, Question question)
      throws SQLException {
    List<Cell> cells =
        KnownStates.select(
                connection,
                organs,
                question,
                """
                SELECT channel, applicant_type, count(*) AS n
                FROM known WHERE received_on BETWEEN :from AND :to
                GROUP BY channel, applicant_type
                """)
            .with("from", question.period().from())
            .with("to", question.period().to())
            .list(Cell.class);
    Map<Channel, long[]> counts = new EnumMap<>(Channel.class);
    long untold = 0;
    long all = 0;
    for (Cell cell : cells) {
      all += cell.n();
      if (cell.channel().isEmpty()) {
        untold += cell.n();
      } else {
        counts
                .computeIfAbsent(cell.channel().get(), channel -> zeros())[
                cell.applicantType().ordinal()] +=
            cell.n();
      }
    }
    List<Row> rows =
        Arrays.stream(Channel.values())
            .map(
                channel -> {
                  Counts found = Counts.of(counts.getOrDefault(channel, zeros()));
                  return new Row(channel, channel.label(), found, found.total());
                })
            .toList();
    return new Counted<>(POPULATION, all, new Channels(rows, untold));
  }

  /** How many applications came in so; the channel of old ones was not told. */
  private record Cell(Optional<Channel> channel, ApplicantType applicantType, long n) {}

  private static long[] zeros() {
    return new long[ApplicantType.values().length];
  }
}
