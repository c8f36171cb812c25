package disclosure.requests.outbox;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A real database that gives a few connections and then none, as to a process that was killed. */
final class DyingDatabase implements DataSource {

  private final DataSource real;
  private int left;

  DyingDatabase(DataSource real, int connections) {
    this.real = real;
    this.left = connections;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (left-- <= 0) {
      throw new SQLException("killed", "08006");
    }
    return real.getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLoginTimeout(int seconds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
