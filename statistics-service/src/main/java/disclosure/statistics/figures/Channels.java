package disclosure.statistics.figures;

import disclosure.edge.Text;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.matrix.KnownStates;
import disclosure.statistics.matrix.Question;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
  record Row(Channel channel, String label, Counts counts, long total) {}

  static Counted<Channels> read(Connection connection, List<String> organs, Question question)
      throws SQLException {
    Map<Channel, long[]> counts = new EnumMap<>(Channel.class);
    long untold = 0;
    long all = 0;
    try (PreparedStatement select =
        connection.prepareStatement(
            KnownStates.sql(question)
                + """
                SELECT channel, applicant_type, count(*)
                FROM known WHERE received_on BETWEEN ? AND ?
                GROUP BY channel, applicant_type
                """)) {
      int next = KnownStates.bind(connection, select, organs, question);
      select.setObject(next, question.period().from());
      select.setObject(next + 1, question.period().to());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long n = row.getLong(3);
          all += n;
          if (row.getString(1) == null) {
            untold += n;
          } else {
            counts
                    .computeIfAbsent(Channel.valueOf(row.getString(1)), channel -> zeros())[
                    ApplicantType.valueOf(row.getString(2)).ordinal()] +=
                n;
          }
        }
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

  private static long[] zeros() {
    return new long[ApplicantType.values().length];
  }
}
