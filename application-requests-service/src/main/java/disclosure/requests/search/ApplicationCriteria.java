package disclosure.requests.search;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.transaction.Reach;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The condition that a filter makes, with the values of its parameters by their names. */
final class ApplicationCriteria {

  /** Whatever is due is open: said as the index of what is open has it, that it may be used. */
  private static final String OPEN = "application.status NOT IN ('CONCLUDED', 'VOIDED')";

  private final StringBuilder condition = new StringBuilder("true");
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, Collection<?>> arrays = new HashMap<>();
  private final Map<String, List<byte[]>> bytes = new HashMap<>();

  /**
   * The condition of a filter.
   *
   * @param reach the organs that the filter means and the reader acts for
   */
  static ApplicationCriteria by(Filter filter, Reach reach) {
    ApplicationCriteria criteria = new ApplicationCriteria();
    if (!reach.everywhere() && reach.organs().size() == 1) {
      // So that an index gives them in their order.
      OrganCode only = reach.organs().iterator().next();
      criteria.and("application.organ_code = :organ", "organ", only);
    } else if (!reach.everywhere()) {
      criteria.and("application.organ_code = ANY (:organs)");
      criteria.arrays.put("organs", reach.organs());
    }
    criteria.isAny("status", filter.statuses());
    criteria.isAny("outcome", filter.outcomes());
    criteria.isAny("applicant_type", filter.applicantTypes());
    criteria.isAny("channel", filter.channels());
    criteria.lies("received_on", filter.received());
    criteria.lies("due_on", filter.due());
    if (!filter.due().isAny() || filter.overdueOn().isPresent()) {
      criteria.and(OPEN);
    }
    criteria.lies("concluded_on", filter.concluded());
    filter
        .overdueOn()
        .ifPresent(today -> criteria.and("application.due_on < :overdueOn", "overdueOn", today));
    if (!filter.subject().isEmpty()) {
      criteria.and(
          "position(lower(normalize(:subject, NFKC)) IN lower(normalize(application.subject, NFKC)))"
              + " > 0",
          "subject",
          filter.subject());
    }
    criteria.sought(filter.sought());
    return criteria;
  }

  private void sought(Sought sought) {
    sought
        .reference()
        .ifPresent(number -> and("application.reference_key = :reference", "reference", number));
    sought
        .referencePrefix()
        .ifPresent(
            prefix -> and("starts_with(application.reference_key, :prefix)", "prefix", prefix));
    sought
        .documentNumber()
        .ifPresent(
            number ->
                and(
                    "application.id = ANY (ARRAY("
                        + "SELECT id FROM application WHERE document_number_key = :documentNumber"
                        + " UNION ALL SELECT application_id FROM application_answered_again"
                        + " WHERE document_number_key = :documentNumber))",
                    "documentNumber",
                    number));
    sought
        .handler()
        .ifPresent(handler -> and("application.handler = :handler", "handler", handler));
    isAnyOf("name_digest", sought.names());
    isAnyOf("contact_digest", sought.contacts());
    isAnyOf("applicant_fingerprint", sought.identities());
  }

  private void isAnyOf(String column, Optional<List<byte[]>> digests) {
    if (digests.isPresent()) {
      and("application." + column + " = ANY (:" + column + ")");
      bytes.put(column, digests.get());
    }
  }

  /** Only those beyond the page token, in the order. */
  ApplicationCriteria beyond(Order order, Optional<PageToken> pageToken) {
    if (order == Order.DUE) {
      and("application.due_on IS NOT NULL");
      and(OPEN);
    }
    pageToken.ifPresent(
        end -> {
          and(order.beyond(), "afterDay", end.day());
          values.put("afterId", end.id());
        });
    return this;
  }

  /** A statement that ends with the condition, and perhaps with an order. */
  Sql select(Connection connection, String select, String order) throws SQLException {
    Sql statement = Sql.of(connection, select + condition + " " + order);
    values.forEach(statement::with);
    for (Map.Entry<String, Collection<?>> array : arrays.entrySet()) {
      statement.array(array.getKey(), "text", array.getValue());
    }
    for (Map.Entry<String, List<byte[]>> digests : bytes.entrySet()) {
      statement.array(digests.getKey(), "bytea", digests.getValue());
    }
    return statement;
  }

  private void isAny(String column, Collection<? extends Enum<?>> codes) {
    if (!codes.isEmpty()) {
      and("application." + column + " = ANY (:" + column + ")");
      arrays.put(column, codes);
    }
  }

  private void lies(String column, Filter.Days days) {
    String from = column + "_from";
    String to = column + "_to";
    days.from().ifPresent(day -> and("application." + column + " >= :" + from, from, day));
    days.to().ifPresent(day -> and("application." + column + " <= :" + to, to, day));
  }

  private void and(String more, String name, Object value) {
    and(more);
    values.put(name, value);
  }

  private void and(String more) {
    condition.append(" AND ").append(more);
  }
}
