package disclosure.edge.job;

import disclosure.edge.Caller;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The log tells of it, where a service has no trail of its own. */
@DefaultBean
@ApplicationScoped
class LoggedJobs implements JobJournal {

  private static final Logger LOG = Logger.getLogger(LoggedJobs.class);

  @Override
  public void cancelled(Connection connection, Caller caller, UUID job) {
    LOG.infof("The client %s calls the job %s off", caller.clientId(), job);
  }

  @Override
  public void retried(Connection connection, Caller caller, long piece) {
    LOG.infof("The client %s has the parked piece %d tried again", caller.clientId(), piece);
  }
}
