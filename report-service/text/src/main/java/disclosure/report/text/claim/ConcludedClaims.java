package disclosure.report.text.claim;

import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What one sentence says was concluded: of all, or of some of which no table tells. */
public final class ConcludedClaims {

  /** What is concluded and what is left, and nothing else. */
  private static final int ALONE = 2;

  private final List<Claim.Figure> concluded = new ArrayList<>();
  private final Flow flow = new Flow();

  /** Whether it says so of some as well. */
  private boolean some;

  /** Whether it says so of another business. */
  private boolean others;

  /** Those that name the applications themselves. */
  private final List<Claim.Figure> named = new ArrayList<>();

  private final List<Claim.Figure> received = new ArrayList<>();
  private boolean recounted;

  /** 收到12件，其中10件办结，2件结转: what became of those received alone. */
  private final List<Claim.Figure> among = new ArrayList<>();

  /** The numbers of the sentence in their order. */
  private final List<BigDecimal> numbers = new ArrayList<>();

  public void add(Claim.Figure claim) {
    flow.add(claim);
    if (claim.either().equals(Totals.concludedOfReceived())) {
      among.add(claim);
    } else if (claim.either().get(0).equals(Told.row(FormRow.CONCLUDED, List.of()))) {
      concluded.add(claim);
    } else if (claim.either().contains(Told.row(FormRow.NEWLY_RECEIVED, List.of()))) {
      received.add(claim);
    }
  }

  /** A number of the sentence, whatever it counts. */
  public void number(BigDecimal value) {
    numbers.add(value);
  }

  public void ofSome() {
    some = true;
  }

  /** 办结依申请公开12件，回复留言30件 goes on with something else. */
  public void ofOthers() {
    others = true;
  }

  /** 依申请公开事项办结2件 names what is concluded. */
  public void named(Claim.Figure claim) {
    named.add(claim);
  }

  /** 收到申请表16份，合并为12件: which of the two the table counts isn't told. */
  public void recounted() {
    recounted = true;
  }

  /** Where several numbers of one sentence are concluded, each is of something of its own. */
  public void settle(List<Claim> claims) {
    if (some || concluded.stream().map(Claim.Figure::said).distinct().count() > 1) {
      claims.removeAll(concluded);
    } else if (others) {
      concluded.stream().filter(claim -> !named.contains(claim)).forEach(claims::remove);
    }
    if (recounted) {
      claims.removeAll(received);
    }
    concluded.stream()
        .filter(claim -> flow.isOfReceived(claim) || isPart(claim))
        .forEach(claims::remove);
    if (flow.mayBeOfReceived()) {
      claims.replaceAll(
          claim -> concluded.contains(claim) ? ofReceived((Claim.Figure) claim) : claim);
    }
    if (among.size() != 1 || !flow.isOpenTold() || numbers.size() != ALONE + received.size()) {
      claims.removeAll(among);
    }
    among.clear();
    numbers.clear();
    flow.clear();
    concluded.clear();
    received.clear();
    named.clear();
    some = false;
    others = false;
    recounted = false;
  }

  /** 收到12件，办结10件，结转下年2件 may tell what became of those received alone. */
  private static Claim ofReceived(Claim.Figure claim) {
    return claim.either().size() == 1
        ? new Claim.Figure(claim.quote(), claim.said(), Totals.concludedOfReceived())
        : claim;
  }

  /** 收到12件，答复7件，不予受理4件，仍不明确1件: the answered are some of them. */
  private boolean isPart(Claim.Figure claim) {
    int from = numbers.indexOf(claim.said());
    if (from < 0 || from == numbers.size() - 1) {
      return false;
    }
    BigDecimal sum =
        numbers.subList(from, numbers.size()).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return received.stream().anyMatch(all -> all.said().compareTo(sum) == 0);
  }
}
