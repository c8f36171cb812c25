package disclosure.requests.application;

import disclosure.requests.application.step.ReceiptCorrected;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import java.time.LocalDate;
import java.util.Objects;

/**
 * 收到申请 (《条例》第二十九条至第三十一条): what is fixed when an application is logged, without the applicant's
 * person and words.
 *
 * @param organCode the organ that must answer
 * @param applicantType the column of the form, as first logged
 * @param channel how the application came in
 * @param receivedOn the day of receipt that 第三十一条 makes of the channel
 * @param imported whether the history comes from another system, where steps that the law ties to
 *     an outcome may be missing; such {@link Gap}s are flagged, not refused
 */
public record Receipt(
    OrganCode organCode,
    ApplicantType applicantType,
    Channel channel,
    LocalDate receivedOn,
    boolean imported) {

  /** The Regulation's first day in force; nothing was received under it before. */
  public static final LocalDate REGULATION_IN_FORCE = LocalDate.of(2008, 5, 1);

  /** What the correction makes of it; the applicant's type stays as first logged. */
  Receipt corrected(ReceiptCorrected correction) {
    return new Receipt(
        organCode,
        applicantType,
        correction.channel().orElse(channel),
        correction.receivedOn().orElse(receivedOn),
        imported);
  }

  Receipt receivedOn(LocalDate day) {
    return new Receipt(organCode, applicantType, channel, day, imported);
  }

  /** Nothing is null. */
  public Receipt {
    Objects.requireNonNull(organCode, "organCode");
    Objects.requireNonNull(applicantType, "applicantType");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(receivedOn, "receivedOn");
  }
}
