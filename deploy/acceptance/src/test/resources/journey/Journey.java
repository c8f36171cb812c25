package journey;

import client.requests.api.ApplicationsApi;
import client.requests.model.Applicant;
import client.requests.model.ApplicantType;
import client.requests.model.ApplicationAnswer;
import client.requests.model.ApplicationRequest;
import client.requests.model.Channel;
import client.requests.model.ConcludedStep;
import client.requests.model.Outcome;
import client.requests.model.StepRequest;
import client.statistics.api.TablesApi;
import client.statistics.model.FormRow;
import client.statistics.model.Matrix;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** What a team writes that has nothing but the generated clients. */
public final class Journey {

  /** Takes the addresses, tokens and an organ; prints the outcome and how many are counted. */
  public static void main(String[] given) throws Exception {
    Journey journey = new Journey(given[0], given[1], given[2], given[3]);
    System.out.println(journey.register(given[4], given[5]));
    Instant until = Instant.now().plusSeconds(30);
    long received = journey.received(given[4]);
    while (received == 0 && Instant.now().isBefore(until)) {
      TimeUnit.SECONDS.sleep(1);
      received = journey.received(given[4]);
    }
    System.out.println(received);
  }

  private final ApplicationsApi applications;
  private final TablesApi tables;

  public Journey(String requests, String recorder, String statistics, String analyst) {
    client.requests.ApiClient register = new client.requests.ApiClient();
    register.updateBaseUri(requests);
    register.setRequestInterceptor(call -> call.header("Authorization", "Bearer " + recorder));
    applications = new ApplicationsApi(register);
    client.statistics.ApiClient counts = new client.statistics.ApiClient();
    counts.updateBaseUri(statistics);
    counts.setRequestInterceptor(call -> call.header("Authorization", "Bearer " + analyst));
    tables = new TablesApi(counts);
  }

  /** Registers an application and answers it; gives its outcome. */
  public String register(String organ, String number) throws Exception {
    ApplicationAnswer posted =
        applications.registerApplication(
            new ApplicationRequest()
                .organCode(organ)
                .sourceReference(number)
                .receivedOn(LocalDate.of(2023, 3, 1))
                .channel(Channel.POST)
                .applicant(new Applicant().type(ApplicantType.NATURAL_PERSON).name("张三")),
            null);
    ApplicationAnswer concluded =
        applications.appendStep(
            posted.getId(),
            new StepRequest(
                new ConcludedStep()
                    .type(ConcludedStep.TypeEnum.CONCLUDED)
                    .on(LocalDate.of(2023, 3, 20))
                    .outcome(Outcome.DISCLOSED)),
            null,
            null);
    return concluded.getOutcome().getValue();
  }

  /** How many were received in the month, by the matrix of the organ. */
  public long received(String organ) throws Exception {
    Matrix matrix =
        tables.getMatrix(organ, null, null, null, "2023-03", null, null, null, null, null);
    return matrix.getRows().stream()
        .filter(row -> row.getCode() == FormRow.NEWLY_RECEIVED)
        .findFirst()
        .orElseThrow()
        .getCounts()
        .getNATURALPERSON();
  }
}
