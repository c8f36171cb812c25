package disclosure.requests.personaldata;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the key ring when the service starts, so that a faulty one stops the start. */
@Singleton
class CipherFromKeyRing {

  @Produces
  @Singleton
  @Startup
  PersonalDataCipher cipher(PersonalDataConfig config) {
    return new TinkCipher(KeyRing.read(config.keyringFile()));
  }
}
