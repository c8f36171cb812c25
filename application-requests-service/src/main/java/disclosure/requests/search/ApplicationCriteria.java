package disclosure.requests.search;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.transaction.Reach;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The condition that a filter makes, with the values of its parameters. */
final class ApplicationCriteria {

  private final StringBuilder condition = new StringBuilder("true");
  private final List<Object> values = new ArrayList<>();

  /**
   * The condition of a filter.
   *
   * @param reach the organs that the filter means and the reader acts for
   */
  static ApplicationCriteria by(Filter filter, Reach reach) {
    ApplicationCriteria criteria = new ApplicationCriteria();
    if (!reach.everywhere()) {
      criteria.isAny(
          "application.organ_code", reach.organs().stream().map(OrganCode::value).toList());
    }
    criteria.isAny("application.status", names(filter.statuses()));
    criteria.isAny("application.outcome", names(filter.outcomes()));
    criteria.isAny("application.applicant_type", names(filter.applicantTypes()));
    criteria.isAny("application.channel", names(filter.channels()));
    criteria.lies("application.received_on", filter.received());
    criteria.lies("application.due_on", filter.due());
    criteria.lies("application.concluded_on", filter.concluded());
    filter.overdueOn().ifPresent(today -> criteria.and("application.due_on < ?", today));
    if (!filter.subject().isEmpty()) {
      criteria.and("position(lower(?) IN lower(application.subject)) > 0", filter.subject());
    }
    return criteria;
  }

  /** Only those beyond the pageToken, in the order. */
  ApplicationCriteria beyond(Order order, Optional<PageToken> pageToken) {
    if (order == Order.DUE) {
      and("application.due_on IS NOT NULL");
    }
    pageToken.ifPresent(end -> and(order.beyond(), end.day(), end.id()));
    return this;
  }

  String condition() {
    return condition.toString();
  }

  /** Fills the parameters of the condition, and returns the number of the next one. */
  int bind(Connection connection, PreparedStatement statement) throws SQLException {
    int next = 1;
    for (Object value : values) {
      if (value instanceof Collection<?> several) {
        statement.setArray(next++, connection.createArrayOf("text", several.toArray()));
      } else {
        statement.setObject(next++, value);
      }
    }
    return next;
  }

  private void isAny(String column, Collection<String> codes) {
    if (column.endsWith("organ_code") || !codes.isEmpty()) {
      and(column + " = ANY (?)", codes);
    }
  }

  private void lies(String column, Filter.Days days) {
    days.from().ifPresent((LocalDate from) -> and(column + " >= ?", from));
    days.to().ifPresent((LocalDate to) -> and(column + " <= ?", to));
  }

  private void and(String more, Object... parameters) {
    condition.append(" AND ").append(more);
    values.addAll(List.of(parameters));
  }

  private static List<String> names(Collection<? extends Enum<?>> codes) {
    return codes.stream().<String>map(Enum::name).toList();
  }
}
