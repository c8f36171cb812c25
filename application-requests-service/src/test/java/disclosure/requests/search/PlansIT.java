package disclosure.requests.search;

import disclosure.requests.Nation;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.transaction.Reach;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is asked about one office takes no work that grows with the nation. */
class PlansIT {

  private static final LocalDate DAY = LocalDate.of(2022, 1, 5);
  private static final String RECEIPT = "application_by_organ_and_receipt";
  private static final String OPEN = "application_open_by_organ";
  private static final String CONCLUSION = "application_by_organ_and_conclusion";

  private static Nation nation;

  @BeforeAll
  static void nation() throws SQLException {
    nation = Nation.create("plans_of_lists");
  }

  @Test
  void a_list() throws SQLException {
    listed(RECEIPT, Order.RECEIVED, query());
    FilterQuery subject = query();
    subject.subject = "道路";
    listed(RECEIPT, Order.RECEIVED, subject);
  }

  @Test
  void a_list_by_status_and_its_length() throws SQLException {
    FilterQuery waiting = query();
    waiting.status = ApplicationStatus.AWAITING_FEE.name();
    listed(OPEN, Order.RECEIVED, waiting);
    counted(OPEN, waiting);
  }

  @Test
  void a_list_by_due_date_and_its_length() throws SQLException {
    FilterQuery due = query();
    due.dueTo = "2021-12-31";
    listed(OPEN, Order.DUE, due);
    counted(OPEN, due);
    FilterQuery overdue = query();
    overdue.overdue = "true";
    listed(OPEN, Order.DUE, overdue);
    counted(OPEN, overdue);
  }

  @Test
  void a_list_by_days_of_conclusion() throws SQLException {
    FilterQuery concluded = query();
    concluded.concludedFrom = "2018-01-01";
    concluded.concludedTo = "2018-01-31";
    listed(CONCLUSION, Order.RECEIVED, concluded);
  }

  @Test
  void numbers_and_handlers() throws SQLException {
    FilterQuery number = query();
    number.sourceReference = "12300";
    found("application_by_reference_key", criteria(number));
    FilterQuery prefix = query();
    prefix.sourceReferencePrefix = "1230";
    found("application_by_reference_key", criteria(prefix));
    FilterQuery document = query();
    document.documentNumber = "12300";
    found("application_by_document_number", criteria(document));
    FilterQuery handler = query();
    handler.handler = "123";
    found("application_by_handler", criteria(handler));
  }

  @Test
  void applicants() throws SQLException {
    Optional<List<byte[]>> digests = Optional.of(List.of(new byte[32], new byte[33]));
    Optional<List<byte[]>> any = Optional.empty();
    found("application_by_name", sought(digests, any, any));
    found("application_by_contact", sought(any, digests, any));
    found("application_by_applicant", sought(any, any, digests));
  }

  private static ApplicationCriteria sought(
      Optional<List<byte[]>> names,
      Optional<List<byte[]>> contacts,
      Optional<List<byte[]>> identities) {
    Sought sought =
        new Sought(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            names,
            contacts,
            identities);
    return ApplicationCriteria.by(
        Filter.of(query(), DAY).seeking(sought), new Reach(false, Set.of(Nation.OFFICE)));
  }

  private static void found(String index, ApplicationCriteria criteria) throws SQLException {
    nation.assertGoesBy(
        index,
        connection ->
            criteria.select(
                connection,
                "EXPLAIN " + FindApplications.LIST,
                Order.RECEIVED.clause() + " LIMIT 51"));
  }

  private static FilterQuery query() {
    FilterQuery query = new FilterQuery();
    query.organ = Nation.OFFICE.value();
    return query;
  }

  private static void listed(String indexes, Order order, FilterQuery query) throws SQLException {
    LocalDate day = LocalDate.of(order == Order.DUE ? 2021 : 2018, 8, 1);
    PageToken page = new PageToken(order, day, new UUID(1, 1));
    for (Optional<PageToken> after : Set.of(Optional.<PageToken>empty(), Optional.of(page))) {
      nation.assertGoesBy(
          indexes,
          connection ->
              criteria(query)
                  .beyond(order, after)
                  .select(
                      connection,
                      "EXPLAIN " + FindApplications.LIST,
                      order.clause() + " LIMIT 51"));
    }
  }

  private static void counted(String indexes, FilterQuery query) throws SQLException {
    nation.assertGoesBy(
        indexes,
        connection ->
            criteria(query)
                .select(connection, "EXPLAIN SELECT count(*) FROM application WHERE ", ""));
  }

  private static ApplicationCriteria criteria(FilterQuery query) {
    return ApplicationCriteria.by(Filter.of(query, DAY), new Reach(false, Set.of(Nation.OFFICE)));
  }
}
