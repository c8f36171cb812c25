package disclosure.requests.page.organs;

import disclosure.edge.testing.SignedIn;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An organ that isn't registered yet, and the forms by which an administrator does what there is.
 */
record AdministeredOrgan(SignedIn administrator, String code) {

  static final String DIRECTORY = "/register/organs";

  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(900_000_000));

  String address() {
    return DIRECTORY + "/" + code;
  }

  HttpResponse<String> register(String name, String validFrom) throws Exception {
    return administrator.post(
        DIRECTORY + "/new",
        Map.of(
            "organCode", code,
            "name", name,
            "kind", "DEPARTMENT",
            "parentOrganCode", TestOrgans.COUNTY,
            "validFrom", validFrom));
  }

  HttpResponse<String> change(String seen, String change, Map<String, String> filled)
      throws Exception {
    Map<String, String> form = new HashMap<>(filled);
    form.put("seen", "\"" + seen + "\"");
    form.put("change", change);
    return administrator.post(address(), form);
  }

  /** The counter of the other tests begins anew with the profile, and their organs are there. */
  static String fresh(String beginning) {
    return TestOrgans.coded(
        String.format(Locale.ROOT, "%s881288%09d", beginning, NEXT.incrementAndGet()));
  }

  /** What the foreign organ is called. */
  static String foreign() {
    return RegisterTables.texts(
            "SELECT name FROM requests.organ WHERE code = '" + TestOrgans.FOREIGN + "'")
        .get(0);
  }

  /** The version of an organ that is registered, as forms tell it. */
  static String seen(String organ) {
    return '"'
        + RegisterTables.texts("SELECT version FROM requests.organ WHERE code = '" + organ + "'")
            .get(0)
        + '"';
  }
}
