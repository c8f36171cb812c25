package disclosure.requests.application;

import disclosure.requests.application.step.Concluded;
import disclosure.requests.application.step.CorrectionReceived;
import disclosure.requests.application.step.CorrectionRequested;
import disclosure.requests.application.step.Extended;
import disclosure.requests.application.step.FeeNotified;
import disclosure.requests.application.step.FeePaid;
import disclosure.requests.application.step.OtherOrganConsulted;
import disclosure.requests.application.step.OtherOrganReplied;
import disclosure.requests.application.step.ReasonsGiven;
import disclosure.requests.application.step.ReasonsRequested;
import disclosure.requests.application.step.Reclassified;
import disclosure.requests.application.step.Step;
import disclosure.requests.application.step.ThirdPartyConsulted;
import disclosure.requests.application.step.ThirdPartyReplied;
import disclosure.requests.application.step.Voided;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.fee.Yuan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Short words for the histories that tests tell: a day is a day of March 2024, unless said in full.
 */
public final class Histories {

  public static final LocalDate TODAY = LocalDate.of(2024, 12, 31);

  /** Fees are payable by the 20th day after delivery. */
  static final Deadlines TWENTY_DAYS_TO_PAY = delivered -> delivered.plusDays(20);

  private Histories() {}

  public static LocalDate march(int day) {
    return LocalDate.of(2024, 3, 1).plusDays(day - 1L);
  }

  public static Receipt receipt(LocalDate receivedOn) {
    return receipt(receivedOn, false);
  }

  public static Receipt imported(LocalDate receivedOn) {
    return receipt(receivedOn, true);
  }

  private static Receipt receipt(LocalDate receivedOn, boolean imported) {
    return new Receipt(
        new OrganCode("111411240123456713"),
        ApplicantType.NATURAL_PERSON,
        Channel.ONLINE,
        receivedOn,
        imported);
  }

  static Application received() {
    return Application.received(receipt(march(4)), List.of(), TWENTY_DAYS_TO_PAY, TODAY);
  }

  static Application received(Step... steps) {
    return after(received(), steps);
  }

  static Application imported(Step... steps) {
    return after(
        Application.received(imported(march(4)), List.of(), TWENTY_DAYS_TO_PAY, TODAY), steps);
  }

  static Application after(Application application, Step... steps) {
    for (Step step : steps) {
      application = application.append(NewStep.of(step), TWENTY_DAYS_TO_PAY, TODAY);
    }
    return application;
  }

  static Application correcting(Application application, int sequence, Step step) {
    return application.append(NewStep.correcting(sequence, step), TWENTY_DAYS_TO_PAY, TODAY);
  }

  public static CorrectionRequested correctionRequested(LocalDate on, LocalDate deadline) {
    return new CorrectionRequested(on, Optional.of(deadline));
  }

  public static CorrectionReceived correctionReceived(LocalDate on) {
    return new CorrectionReceived(on);
  }

  public static ThirdPartyConsulted thirdPartyConsulted(LocalDate on) {
    return new ThirdPartyConsulted(on, Optional.empty());
  }

  public static ThirdPartyReplied thirdPartyReplied(LocalDate on) {
    return new ThirdPartyReplied(on, Optional.empty());
  }

  public static OtherOrganConsulted coProducerConsulted(LocalDate on) {
    return new OtherOrganConsulted(on, true, Optional.empty());
  }

  public static OtherOrganConsulted otherOrganConsulted(LocalDate on) {
    return new OtherOrganConsulted(on, false, Optional.empty());
  }

  public static OtherOrganReplied otherOrganReplied(LocalDate on) {
    return new OtherOrganReplied(on, Optional.empty());
  }

  public static Extended extended(LocalDate on, int workingDays) {
    return new Extended(on, workingDays, Optional.of("2024-07"));
  }

  public static ReasonsRequested reasonsRequested(LocalDate on) {
    return new ReasonsRequested(on);
  }

  public static ReasonsGiven reasonsGiven(LocalDate on) {
    return new ReasonsGiven(on, Optional.empty());
  }

  public static FeeNotified feeNotified(LocalDate on, long yuan) {
    return new FeeNotified(on, Optional.of(on), FeeBasis.BY_PAGE, Optional.empty(), Yuan.of(yuan));
  }

  public static FeePaid feePaid(LocalDate on, long yuan) {
    return new FeePaid(on, Yuan.of(yuan));
  }

  public static Concluded concluded(LocalDate on, Outcome outcome) {
    return new Concluded(on, outcome, Optional.empty(), Optional.empty());
  }

  public static Reclassified reclassified(LocalDate on, ApplicantType type) {
    return new Reclassified(on, type, "营业执照已提交");
  }

  public static Voided voided(LocalDate on) {
    return new Voided(on, "重复登记");
  }
}
