package disclosure.requests.dispute;

import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** 结果纠正: the answers that a reconsideration or a court corrected. */
@ApplicationScoped
public class CorrectedAnswers {

  /** Whether the dispute is about the application, stands, and went against the organ. */
  public boolean corrected(Connection connection, UUID dispute, UUID application)
      throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT FROM dispute
             WHERE id = :dispute AND application_id = :application AND result = 'CORRECTED'
               AND NOT voided
            """)
        .with("dispute", dispute)
        .with("application", application)
        .exists();
  }
}
