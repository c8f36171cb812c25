package disclosure.report.publication;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.ReportOrgans;
import disclosure.report.StoredDrafts;
import disclosure.report.content.ReportId;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.job.JobTransactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** However many reasons were given for a report, no more are read than count. */
@QuarkusTest
class KeptReasonsIT {

  private static final ReportId REPORT =
      ReportId.own(new OrganCode(ReportOrgans.department(33)), 2019);
  private static final Pattern READ = Pattern.compile("actual time=\\S+ rows=(\\d+)");

  @Inject KeptReasons reasons;
  @Inject JobTransactions transactions;

  @Test
  void the_newest_reason_for_each_check_is_found_without_reading_the_others() throws Exception {
    StoredDrafts.execute(
        """
        INSERT INTO report.kept_reason (organ_code, report_year, scope, check_number, findings,
                                        reason, recorded_by, recorded_at)
        SELECT '%s', 2019, 'OWN', CASE WHEN n = 1 THEN 5 ELSE 7 END, '[]', '理由' || n, 'editor',
               now()
          FROM generate_series(1, 20000) n;
        ANALYZE report.kept_reason
        """
            .formatted(REPORT.organ().value()));

    assertThat(reasons.inForce(REPORT))
        .extracting(KeptReason::check, KeptReason::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(5, "理由1"),
            org.assertj.core.groups.Tuple.tuple(7, "理由20000"));
    List<String> plan =
        transactions.run(
            connection ->
                ReportSql.of(connection, "EXPLAIN ANALYZE " + KeptReasons.IN_FORCE, REPORT)
                    .list(String.class));
    assertThat(READ.matcher(String.join("\n", plan)).results())
        .isNotEmpty()
        .allMatch(node -> Integer.parseInt(node.group(1)) < 10);
  }
}
