package disclosure.storage.job;

import disclosure.storage.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The workers of a service, from its start to its end. */
@ApplicationScoped
class BackgroundWork {

  private final List<JobKind> kinds;
  private final JobWorkers workers;

  BackgroundWork(
      DataSource database,
      Jobs jobs,
      JobTransactions transactions,
      @All List<JobKind> kinds,
      WorkSettings settings,
      MeterRegistry meters) {
    this.kinds = kinds;
    this.workers =
        new JobWorkers(
            database,
            jobs,
            transactions,
            kinds,
            JobSettings.DEFAULT.with(settings.poll(), settings.backOff()),
            meters);
  }

  void start(@Observes StartupEvent started) {
    if (!kinds.isEmpty()) {
      workers.start();
    }
  }

  void stop(@Observes ShutdownEvent ending) {
    workers.close();
  }

  /** Where a service's tables are, its jobs are. */
  @Singleton
  static class Defaults {

    @Produces
    @Singleton
    Jobs jobs(
        @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties.currentSchema")
            String schema) {
      return new Jobs(schema);
    }

    @Produces
    @DefaultBean
    @Singleton
    JobTransactions transactions(DataSource database) {
      Transactions transactions = new Transactions(database);
      return new JobTransactions() {
        @Override
        public <T> T run(Transactions.Work<T> work) {
          return transactions.run(work);
        }
      };
    }
  }
}
