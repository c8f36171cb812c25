package disclosure.storage;

import java.lang.reflect.Type;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * A statement with named parameters, on the connection of the transaction that runs. Rows become
 * records, whose components are found by the columns' names ({@code due_on} is {@code dueOn}).
 *
 * <pre>{@code
 * List<Stale> stale =
 *     Sql.of(connection, "SELECT id, due_on FROM application WHERE due_on <= :today")
 *         .with("today", today)
 *         .list(Stale.class);
 * }</pre>
 *
 * <p>Parameters and components may be texts, numbers, enums, {@code UUID}, {@code Instant}, {@code
 * LocalDate}, bytes, records of one text such as an organ's code, and {@code Optional} of these.
 */
public final class Sql {

  private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();
  private static final Jdbi JDBI = Jdbi.create(new Borrowed());
  private static final Map<Class<?>, RowMapper<?>> READERS = new ConcurrentHashMap<>();

  static {
    // The transaction is whose it was, and parameters may be personal: no message shows them.
    JDBI.getConfig(Handles.class).setForceEndTransactions(false);
    JDBI.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    // Only names after colons mean something, never what stands in angle brackets.
    JDBI.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
    ColumnTypes.register(JDBI);
  }

  private final Connection connection;
  private final String text;
  private final Map<String, Object> values = new HashMap<>();

  private Sql(Connection connection, String text) {
    this.connection = connection;
    this.text = text;
  }

  /** A statement on the connection; it runs when it is asked for what comes of it. */
  public static Sql of(Connection connection, String text) {
    return new Sql(connection, text);
  }

  /** Gives a parameter its value; an empty {@code Optional} and null are SQL's NULL. */
  public Sql with(String name, Object value) {
    values.put(name, BoundValue.of(ColumnTypes.present(value)));
    return this;
  }

  /**
   * Gives a parameter an array of the SQL type, such as {@code text} or {@code bigint}. In an array
   * of texts, an element stands for what it would be as a parameter of its own.
   */
  public Sql array(String name, String type, Collection<?> elements) throws SQLException {
    values.put(
        name, BoundValue.of(connection.createArrayOf(type, ColumnTypes.elements(type, elements))));
    return this;
  }

  /** Gives each component of a record to the parameter of its name. */
  public Sql all(Record row) {
    values.putAll(ColumnTypes.components(row));
    return this;
  }

  /** All rows. */
  public <T> List<T> list(Class<T> type) throws SQLException {
    return run(handle -> rows(handle, type).list());
  }

  /** The first row, if there is any. */
  public <T> Optional<T> first(Class<T> type) throws SQLException {
    return run(handle -> rows(handle, type).findFirst());
  }

  /** The only row. */
  public <T> T one(Class<T> type) throws SQLException {
    return run(handle -> rows(handle, type).one());
  }

  /** All rows, each made by the reader, where a record's components are not enough. */
  public <T> List<T> rows(Reader<T> reader) throws SQLException {
    return run(
        handle -> bound(handle.createQuery(text)).map((row, context) -> reader.read(row)).list());
  }

  /** The first row, if there is any, made by the reader. */
  public <T> Optional<T> firstRow(Reader<T> reader) throws SQLException {
    return run(
        handle ->
            bound(handle.createQuery(text)).map((row, context) -> reader.read(row)).findFirst());
  }

  /** Visits all rows, one after the other, and keeps none. */
  public void forEach(Visitor visitor) throws SQLException {
    run(
        handle ->
            bound(handle.createQuery(text))
                .scanResultSet(
                    (rows, context) -> {
                      try (context;
                          ResultSet row = rows.get()) {
                        while (row.next()) {
                          visitor.visit(row);
                        }
                      }
                      return null;
                    }));
  }

  /** Makes something of a row, by its columns' names. */
  @FunctionalInterface
  public interface Reader<T> {

    /** What the row at hand is. */
    T read(ResultSet row) throws SQLException;
  }

  /** Looks at a row, by its columns' names. */
  @FunctionalInterface
  public interface Visitor {

    /** Looks at the row at hand. */
    void visit(ResultSet row) throws SQLException;
  }

  /** Whether there is a row. */
  public boolean exists() throws SQLException {
    return run(
        handle ->
            bound(handle.createQuery(text)).map((row, context) -> true).findFirst().isPresent());
  }

  /** How many rows the statement changed. */
  public int update() throws SQLException {
    return run(handle -> bound(handle.createUpdate(text)).execute());
  }

  /**
   * Runs the statement for each of the records, whose components are the parameters.
   *
   * @return whether it may have changed a row; of several rows that are sent as one, the driver
   *     doesn't tell which
   */
  public boolean batch(List<? extends Record> records) throws SQLException {
    if (records.isEmpty()) {
      return false;
    }
    int[] changed =
        run(
            handle -> {
              PreparedBatch batch = handle.prepareBatch(text);
              records.forEach(
                  some -> batch.bindMap(values).bindMap(ColumnTypes.components(some)).add());
              return batch.execute();
            });
    return Arrays.stream(changed).anyMatch(rows -> rows != 0);
  }

  private <T> ResultIterable<T> rows(Handle handle, Class<T> type) {
    return bound(handle.createQuery(text)).map(reader(type));
  }

  /** What makes the type of a row: looked for once, where Jdbi does so at each statement. */
  @SuppressWarnings("unchecked")
  private static <T> RowMapper<T> reader(Class<T> type) {
    return (RowMapper<T>) READERS.computeIfAbsent(type, Sql::newReader);
  }

  private static RowMapper<?> newReader(Class<?> type) {
    if (ColumnTypes.isOneColumn(type)) {
      ColumnMapper<?> reader = columnReader(type);
      return (row, context) -> reader.map(row, 1, context);
    }
    List<Components.Component> components = Components.of(type);
    return new RecordReader<>(
        Components.constructor(type),
        components,
        components.stream()
            .<ColumnMapper<?>>map(component -> columnReader(component.type()))
            .toList());
  }

  private static ColumnMapper<?> columnReader(Type type) {
    return JDBI.getConfig(ColumnMappers.class)
        .findFor(type)
        .orElseThrow(() -> new IllegalArgumentException("no column holds a " + type));
  }

  private <S extends SqlStatement<S>> S bound(S statement) {
    return statement.bindMap(values);
  }

  private interface Work<T> {
    T with(Handle handle);
  }

  private <T> T run(Work<T> work) throws SQLException {
    Connection before = CURRENT.get();
    CURRENT.set(connection);
    try (Handle handle = JDBI.open()) {
      return work.with(handle);
    } catch (JdbiException failure) {
      throw of(failure);
    } finally {
      CURRENT.set(before);
    }
  }

  /** The database's own exception, if it is one. */
  private static SQLException of(JdbiException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return new SQLException("the statement or its mapping is wrong", failure);
  }

  /** Lends out the connection at hand, which stays open. */
  private static final class Borrowed implements org.jdbi.v3.core.ConnectionFactory {
    @Override
    public Connection openConnection() {
      return CURRENT.get();
    }

    @Override
    public void closeConnection(Connection connection) {
      // It belongs to the transaction.
    }
  }
}
