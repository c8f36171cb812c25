package disclosure.report.text.application;

import disclosure.report.text.claim.Told;
import disclosure.report.text.claim.Totals;
import disclosure.requests.contract.ApplicantType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What was told of all applications, of which further numbers are the parts. */
final class Whole {

  private Function<List<ApplicantType>, List<Told>> told = Totals::received;

  /** Whether what was received was told last, so that 均已办结 is said of all of it. */
  private boolean allReceived;

  /** Whether the sentence tells what was received. */
  private boolean receivedTold;

  private Optional<BigDecimal> received = Optional.empty();

  /** What came in by the ways that were told since. */
  private BigDecimal byChannels = BigDecimal.ZERO;

  /** Whether what was handled was told after what was received. */
  private boolean handledTold;

  /** At the beginning of a sentence, which may go on with parts of what was told before. */
  void begin() {
    allReceived = false;
    receivedTold = false;
    received = Optional.empty();
    byChannels = BigDecimal.ZERO;
  }

  boolean isAllReceived() {
    return allReceived;
  }

  void notAllReceived() {
    allReceived = false;
  }

  /** What is told next is no part of what was told before. */
  void nothing() {
    told = Totals::nothing;
  }

  /** What further numbers are the parts of, in all columns or in some. */
  void is(Function<List<ApplicantType>, List<Told>> next) {
    told = next;
  }

  /** All applications are told of. */
  List<Told> all(Function<List<ApplicantType>, List<Told>> next) {
    told = next;
    allReceived = true;
    return told.apply(List.of());
  }

  /** What a number of some columns may be. */
  List<Told> in(List<ApplicantType> columns) {
    return told.apply(columns);
  }

  Function<List<ApplicantType>, List<Told>> told() {
    return told;
  }

  /** The sentence tells what was received, together with something else. */
  void receivedTogether() {
    receivedTold = true;
  }

  void received(BigDecimal number) {
    handledTold = false;
    receivedTold = true;
    received = Optional.of(number);
    byChannels = BigDecimal.ZERO;
  }

  boolean isReceivedTold() {
    return receivedTold;
  }

  void handled() {
    handledTold = true;
  }

  boolean isHandledTold() {
    return handledTold;
  }

  /** 收到网上申请9件，答复8件: the ways that were told may be all of them together. */
  void byChannel(BigDecimal number) {
    byChannels = byChannels.add(number);
    allReceived |= isAll(byChannels);
  }

  /** 收到12件，其中网络申请12件 names no part. */
  boolean isAll(BigDecimal number) {
    return received.filter(all -> all.compareTo(number) == 0).isPresent();
  }

  boolean isFewer(BigDecimal number) {
    return received.filter(all -> number.compareTo(all) < 0).isPresent();
  }

  boolean isNoMore(BigDecimal number) {
    return received.filter(all -> all.compareTo(number) >= 0).isPresent();
  }
}
