package disclosure.requests.security;

import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;

/** Whose organs are whose, by a directory without the application. */
public final class TestScopes {

  private TestScopes() {}

  /** By the directory in the database. */
  public static OrganScopes of(DataSource database) {
    return new OrganScopes(TestReaders.of(database), Clock.system(ZoneId.of("Asia/Shanghai")));
  }
}
