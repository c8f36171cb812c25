package disclosure.requests.page;

import disclosure.edge.testing.SignedIn;
import disclosure.edge.testing.TestOrgans;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The form of a new application as a clerk fills it in. */
final class NewApplicationForm {

  private NewApplicationForm() {}

  static Map<String, String> filled(String number) {
    return new HashMap<>(
        Map.of(
            "key", UUID.randomUUID().toString(),
            "organCode", TestOrgans.OFFICE,
            "sourceReference", number,
            "receivedOn", "2024-03-04",
            "channel", "FAX",
            "applicant.type", "NATURAL_PERSON",
            "applicant.name", "张三丰"));
  }

  /** Sends one; gives the address of the application. */
  static String registered(SignedIn clerk, String number) throws Exception {
    String query = clerk.post("/register/new", filled(number)).uri().getQuery();
    return "/register/applications/" + query.replaceFirst(".*registered=([^&]*).*", "$1");
  }
}
