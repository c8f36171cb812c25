package disclosure.requests.application;

import static disclosure.requests.application.Histories.*;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.TestOrgans;
import disclosure.requests.application.step.AnsweredAgain;
import disclosure.requests.application.step.ReceiptCorrected;
import disclosure.requests.application.step.Step;
import disclosure.requests.application.step.StepVisitor;
import disclosure.requests.application.step.Transferred;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.StepType;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StepTest {

  private static final List<Step> ONE_OF_EACH =
      List.of(
          correctionRequested(march(5), march(20)),
          correctionReceived(march(5)),
          thirdPartyConsulted(march(5)),
          thirdPartyReplied(march(5)),
          otherOrganConsulted(march(5)),
          otherOrganReplied(march(5)),
          extended(march(5), 20),
          reasonsRequested(march(5)),
          reasonsGiven(march(5)),
          feeNotified(march(5), 100),
          feePaid(march(5), 100),
          concluded(march(5), Outcome.DISCLOSED),
          new AnsweredAgain(march(5), Outcome.DISCLOSED, new UUID(0, 1)),
          reclassified(march(5), ApplicantType.OTHER_ORGANIZATION),
          voided(march(5)),
          new ReceiptCorrected(
              march(5),
              Optional.of(march(4)),
              Optional.empty(),
              Optional.empty(),
              Set.of(),
              "录入错误"),
          new Transferred(
              march(5), new OrganCode(TestOrgans.TOWNSHIP), Optional.empty(), "属于镇政府职责"));

  @Test
  void every_type_of_step_has_its_class() {
    assertThat(ONE_OF_EACH).extracting(Step::type).containsExactly(StepType.values());
    assertThat(Step.class.getPermittedSubclasses()).hasSameSizeAs(StepType.values());
  }

  @Test
  void a_step_asks_the_visitor_for_its_own_answer() {
    Map<String, StepType> types =
        Arrays.stream(StepType.values())
            .collect(Collectors.toMap(type -> type.name().replace("_", ""), type -> type));
    for (Step step : ONE_OF_EACH) {
      StepType answer = step.accept(answering(types));
      assertThat(answer).isEqualTo(step.type());
    }
  }

  /** Answers with the type whose name the called method bears. */
  @SuppressWarnings("unchecked")
  private static StepVisitor<StepType> answering(Map<String, StepType> types) {
    return (StepVisitor<StepType>)
        Proxy.newProxyInstance(
            StepTest.class.getClassLoader(),
            new Class<?>[] {StepVisitor.class},
            (proxy, method, arguments) ->
                types.get(method.getName().toUpperCase(java.util.Locale.ROOT)));
  }
}
