package disclosure.statistics.ingest;

import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.column.Columns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The versions of applications that are not the newest one held, also those that arrived late. With
 * the newest ones, what was recorded up to a moment can be counted again at any time. A version
 * whose organ isn't that of the newest one by then is marked: of all that an application was at and
 * left, one at least is marked, and by that the organ finds it.
 */
final class ApplicationHistory {

  /**
   * A version that was never the newest one held.
   *
   * @param organNow where the application stands by the newest one
   */
  record Passed(ApplicationState state, OrganCode organNow) {

    boolean isElsewhere() {
      return !state.organCode().equals(organNow);
    }
  }

  private static final String COLUMNS =
      """
      application_id, version, recorded_at, organ_code, applicant_type, received_on, status,
      outcome, concluded_on, channel, due_on, due_provisional, extended, answer_due_on,
      working_days, fees, elsewhere
      """;

  private final Connection connection;
  private final ConflictMode mode;

  ApplicationHistory(Connection connection, ConflictMode mode) {
    this.connection = connection;
    this.mode = mode;
  }

  /** Keeps what is held of the applications, before it is replaced; their rows are locked. */
  void keepReplaced(List<ApplicationState> replacing) throws SQLException {
    if (replacing.isEmpty()) {
      return;
    }
    String statement =
        "INSERT INTO application_history AS kept ("
            + COLUMNS
            + """
            ) SELECT held.application_id, version, recorded_at, held.organ_code, applicant_type,
                     received_on, status, outcome, concluded_on, channel, due_on,
                     due_provisional, extended, answer_due_on, working_days, fees,
                     held.organ_code <> newer.organ_code
            FROM unnest(:applicationId, :organCode) AS newer (application_id, organ_code)
            JOIN application_state held USING (application_id)
            WHERE recorded_at IS NOT NULL
            """
            + switch (mode) {
              case NEW_ONES -> "";
              case ANYTHING ->
                  """
                  ON CONFLICT (application_id, version)
                  DO UPDATE SET elsewhere = true WHERE EXCLUDED.elsewhere AND NOT kept.elsewhere
                  """;
            };
    new Columns<>(connection, statement, replacing)
        .uuids("applicationId", ApplicationState::applicationId)
        .set("organCode", "text", state -> state.organCode().value())
        .statement()
        .update();
  }

  /** Keeps versions that were passed over, unless they are kept already. */
  void append(List<Passed> passed) throws SQLException {
    if (passed.isEmpty()) {
      return;
    }
    String statement =
        "INSERT INTO application_history ("
            + COLUMNS
            + """
            ) SELECT * FROM unnest(
                :applicationId, :version, :recordedAt, :organCode, :applicantType, :receivedOn,
                :status, :outcome, :concludedOn, :channel, :dueOn, :dueProvisional, :extended,
                :answerDueOn, :workingDays, :fees, :elsewhere)
            ON CONFLICT (application_id, version) DO NOTHING
            """;
    List<ApplicationState> states = passed.stream().map(Passed::state).toList();
    StateColumns.of(connection, statement, states)
        .set(
            "elsewhere",
            "boolean",
            passed.stream().map(Passed::isElsewhere).toArray(Boolean[]::new))
        .statement()
        .update();
  }
}
