package disclosure.requests.personaldata;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the key ring when the service starts, so that a faulty one stops the start. */
@Startup
@Singleton
class CipherFromKeyRing {

  private final RotatingCipher cipher;

  CipherFromKeyRing(PersonalDataConfig config, MeterRegistry meters) {
    this.cipher = new RotatingCipher(config.keyringFile(), meters);
  }

  @Produces
  @Singleton
  PersonalDataCipher cipher() {
    return cipher;
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    cipher.look();
  }
}
