package disclosure.requests.personaldata;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Reads the key ring when the service starts, so that a faulty one stops the start. */
@Startup
@Singleton
class CipherFromKeyRing {

  private static final Duration KMS_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration KMS_PAUSE = Duration.ofSeconds(10);

  private final RotatingCipher cipher;
  private final Interval interval;

  CipherFromKeyRing(PersonalDataConfig config, KeyRingPace pace, MeterRegistry meters) {
    Unwrapping unwrapping =
        config
            .kmsUrl()
            .<Unwrapping>map(
                address ->
                    new RememberedKeys(
                        new KmsKeys(
                            address,
                            config.kmsTokenFile(),
                            config.kmsTrustedCertificates(),
                            KMS_TIMEOUT),
                        KMS_PAUSE))
            .orElse(Unwrapping::none);
    this.cipher =
        new RotatingCipher(config.keyringFile(), unwrapping, meters, config.outdatedAfter());
    this.interval = new Interval(pace.interval());
  }

  @Produces
  @Singleton
  PersonalDataCipher cipher() {
    return cipher;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    if (interval.isOver()) {
      cipher.look();
    }
  }
}
