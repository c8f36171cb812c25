package disclosure.report.text.judge;

import disclosure.report.text.Cell;
import disclosure.report.text.Contradiction;
import disclosure.report.text.Figures;
import disclosure.report.text.Paragraph;
import disclosure.report.text.Publisher;
import disclosure.report.text.Quote;
import disclosure.report.text.Section;
import disclosure.report.text.YearTold;
import disclosure.report.text.claim.Claim;
import disclosure.report.text.claim.Told;
import disclosure.report.text.clause.Context;
import disclosure.report.text.sentence.SentenceReader;
import disclosure.report.text.word.Lexicon;
import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sentences of a report as they were read: what they say, to be compared with its tables. */
public final class ReportText {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DIGITS = 6;

  /** Numbers from there on are near one another by less than a twentieth by chance alone. */
  private static final BigDecimal TELLING = BigDecimal.valueOf(20);

  private final List<Claim> claims;
  private final Optional<YearTold> leftOver;

  private ReportText(List<Claim> claims, Optional<YearTold> leftOver) {
    this.claims = claims;
    this.leftOver = leftOver;
  }

  /** Reads the paragraphs of a report in their order. */
  public static ReportText of(Publisher publisher, List<Paragraph> paragraphs) {
    Lexicon lexicon = Lexicon.of(publisher.organName());
    List<Claim> claims = new ArrayList<>();
    List<YearTold> otherYears = new ArrayList<>();
    boolean ownYear = false;
    Context.Topic headed = Context.Topic.OPEN;
    Optional<Section> section = Optional.empty();
    for (Paragraph paragraph : paragraphs) {
      if (!section.equals(Optional.of(paragraph.section()))) {
        headed = Context.Topic.OPEN;
      }
      SentenceReader reader = new SentenceReader(paragraph, publisher, lexicon, headed);
      claims.addAll(reader.read());
      ownYear |= reader.years().isOwnTold();
      if (paragraph.section() == Section.OVERVIEW) {
        otherYears.addAll(reader.years().others());
      }
      headed = reader.headsNext();
      section = Optional.of(paragraph.section());
    }
    return new ReportText(
        List.copyOf(claims), ownYear ? Optional.empty() : otherYears.stream().findFirst());
  }

  /**
   * Where section one tells how many applications were received or concluded in another year, and
   * nothing of the texts tells it of the year reported on: it may be left over from a report
   * before.
   */
  public Optional<YearTold> leftOver() {
    return leftOver;
  }

  /** What certainly says otherwise than the tables or than itself, in the order of the text. */
  public List<Contradiction> contradictions(Figures figures) {
    return claims.stream().flatMap(claim -> contradiction(claim, figures).stream()).toList();
  }

  /**
   * How many figures that the text tells stand in the tables as told. Zero agrees with many a table
   * and counts for nothing; one of a digit alone may agree by chance and counts with another.
   */
  public int agreements(Figures figures) {
    List<BigDecimal> told =
        claims.stream()
            .flatMap(claim -> claim instanceof Claim.Figure one ? Stream.of(one) : Stream.of())
            .filter(one -> one.said().signum() > 0)
            .filter(one -> isTold(one, figures))
            .map(Claim.Figure::said)
            .toList();
    return told.size() > 1 || told.stream().anyMatch(one -> one.compareTo(BigDecimal.TEN) >= 0)
        ? told.size()
        : 0;
  }

  private static boolean isTold(Claim.Figure claim, Figures figures) {
    return claim.either().stream()
        .flatMap(told -> told.figure(figures).stream())
        .anyMatch(is -> isRounded(is, claim.said()));
  }

  /**
   * How many figures miss what stands in the tables by so little that they are meant to be the
   * same: 148 told of 145. So near another's figure comes by chance alone.
   */
  public int nearMisses(Figures figures) {
    return (int)
        claims.stream()
            .flatMap(claim -> claim instanceof Claim.Figure one ? Stream.of(one) : Stream.of())
            .filter(one -> one.said().compareTo(TELLING) >= 0)
            .filter(one -> !isTold(one, figures) && isNear(one, figures))
            .count();
  }

  private static boolean isNear(Claim.Figure claim, Figures figures) {
    return claim.either().get(0).figure(figures).stream()
        .map(is -> is.subtract(claim.said()).abs().multiply(TELLING))
        .anyMatch(difference -> difference.compareTo(claim.said()) <= 0);
  }

  /** Whether everything that it says is said in the other reading, too. */
  public boolean tellsNoMoreThan(ReportText other) {
    return other.claims.containsAll(claims);
  }

  /** Where every answer is said to have gone out in time; no table says whether that is so. */
  public List<Quote> allInTime() {
    return claims.stream().filter(Claim.AllInTime.class::isInstance).map(Claim::quote).toList();
  }

  private static Optional<Contradiction> contradiction(Claim claim, Figures figures) {
    if (claim instanceof Claim.Figure figure) {
      return figure(figure, figures);
    }
    if (claim instanceof Claim.Parts parts) {
      return parts(parts);
    }
    if (claim instanceof Claim.Share share) {
      return share(share, figures);
    }
    if (claim instanceof Claim.Rate rate) {
      return rate(rate, figures);
    }
    if (claim instanceof Claim.AllConcluded all) {
      return allConcluded(all, figures);
    }
    return Optional.empty();
  }

  /** Where one of those that it may be the figure of isn't known, it may be that one's. */
  private static Optional<Contradiction> figure(Claim.Figure claim, Figures figures) {
    List<Optional<BigDecimal>> known =
        claim.either().stream().map(told -> told.figure(figures)).toList();
    if (known.stream()
        .anyMatch(figure -> figure.filter(is -> !isRounded(is, claim.said())).isEmpty())) {
      return Optional.empty();
    }
    Told likeliest = claim.either().get(0);
    return known
        .get(0)
        .map(
            figure ->
                Contradiction.of(
                    claim.quote(),
                    plain(claim.said()),
                    likeliest.label(),
                    plain(figure),
                    likeliest.cells()));
  }

  /** Counts are exact; money may be rounded or cut off at the last digit told. */
  private static boolean isRounded(BigDecimal is, BigDecimal said) {
    return is.subtract(said).abs().compareTo(said.ulp()) < 0;
  }

  private static Optional<Contradiction> parts(Claim.Parts claim) {
    BigDecimal sum = claim.parts().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    int more = sum.compareTo(claim.total());
    if (more == 0 || more < 0 && !claim.whole()) {
      return Optional.empty();
    }
    String section = claim.quote().section().title();
    String words = claim.quote().words();
    return Optional.of(
        new Contradiction(
            claim.quote(),
            plain(claim.total()),
            "其后各项之和",
            plain(sum),
            List.of(),
            "“" + section + "”中写作“" + words + "”，其后各项之和为" + plain(sum),
            section + " says “" + words + "”, the parts after it add up to " + plain(sum)));
  }

  /** Whatever it may be a share of, it isn't: of what the sentence tells or of a table's total. */
  private static Optional<Contradiction> share(Claim.Share claim, Figures figures) {
    List<BigDecimal> wholes = new ArrayList<>(totals(figures));
    if (wholes.isEmpty()) {
      return Optional.empty();
    }
    wholes.addAll(claim.of());
    claim.bases().forEach(base -> base.told().figure(figures).ifPresent(wholes::add));
    boolean fits =
        wholes.stream()
            .filter(whole -> whole.signum() > 0)
            .anyMatch(whole -> isShare(claim, whole));
    if (fits) {
      return Optional.empty();
    }
    BigDecimal part = claim.parts().get(0);
    return claim.bases().stream()
        .flatMap(base -> share(claim, part, base, figures).stream())
        .findFirst();
  }

  /** What is smaller than its part is not what it is a part of. */
  private static Optional<Contradiction> share(
      Claim.Share claim, BigDecimal part, Claim.Base base, Figures figures) {
    Optional<BigDecimal> figure = base.told().figure(figures);
    boolean ofTable =
        base.said().isEmpty()
            || figure.filter(is -> is.compareTo(base.said().get()) == 0).isPresent();
    return base.said()
        .or(() -> figure)
        .filter(whole -> whole.signum() > 0 && whole.compareTo(part) >= 0)
        .map(
            whole ->
                Contradiction.of(
                    claim.quote(),
                    plain(claim.percent()) + "%",
                    plain(part)
                        + "件占"
                        + (ofTable ? base.told().label() : "前述")
                        + plain(whole)
                        + "件的比例",
                    rounded(percent(part, whole)),
                    ofTable ? base.told().cells() : List.of()));
  }

  private static boolean isShare(Claim.Share claim, BigDecimal whole) {
    return claim.parts().stream()
        .anyMatch(part -> near(percent(part, whole), claim.percent(), claim.approximate()));
  }

  private static Optional<Contradiction> rate(Claim.Rate claim, Figures figures) {
    Optional<BigDecimal> concluded = total(FormRow.CONCLUDED, figures);
    Optional<BigDecimal> received = total(FormRow.NEWLY_RECEIVED, figures);
    Optional<BigDecimal> carriedIn = total(FormRow.CARRIED_IN, figures);
    if (concluded.isEmpty() || received.isEmpty() || carriedIn.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal all = received.get().add(carriedIn.get());
    if (all.signum() == 0 || received.get().signum() == 0) {
      return Optional.empty();
    }
    BigDecimal ofAll = percent(concluded.get(), all);
    if (ofAll.compareTo(HUNDRED) > 0) {
      return Optional.empty();
    }
    BigDecimal ofNew = percent(concluded.get(), received.get()).min(HUNDRED);
    boolean fits =
        near(ofAll, claim.percent(), claim.approximate())
            || near(ofNew, claim.percent(), claim.approximate());
    return fits
        ? Optional.empty()
        : Optional.of(
            Contradiction.of(
                claim.quote(),
                plain(claim.percent()) + "%",
                "按表三办结" + plain(concluded.get()) + "件、新收和上年结转" + plain(all) + "件计算的办结率",
                rounded(ofAll),
                List.of(
                    total(FormRow.CONCLUDED),
                    total(FormRow.NEWLY_RECEIVED),
                    total(FormRow.CARRIED_IN))));
  }

  private static Optional<Contradiction> allConcluded(Claim.AllConcluded claim, Figures figures) {
    Optional<BigDecimal> open = total(FormRow.CARRIED_OUT, figures);
    Optional<BigDecimal> mayBeOld =
        claim.newOnly() ? total(FormRow.CARRIED_IN, figures) : Optional.of(BigDecimal.ZERO);
    return open.filter(figure -> mayBeOld.filter(old -> figure.compareTo(old) > 0).isPresent())
        .map(
            figure ->
                Contradiction.of(
                    claim.quote(),
                    claim.quote().words(),
                    Told.row(FormRow.CARRIED_OUT, List.of()).label(),
                    plain(figure),
                    List.of(total(FormRow.CARRIED_OUT))));
  }

  private static List<BigDecimal> totals(Figures figures) {
    Optional<BigDecimal> concluded = total(FormRow.CONCLUDED, figures);
    Optional<BigDecimal> received = total(FormRow.NEWLY_RECEIVED, figures);
    Optional<BigDecimal> carriedIn = total(FormRow.CARRIED_IN, figures);
    if (concluded.isEmpty() || received.isEmpty() || carriedIn.isEmpty()) {
      return List.of();
    }
    return Stream.of(concluded.get(), received.get(), received.get().add(carriedIn.get())).toList();
  }

  private static Optional<BigDecimal> total(FormRow row, Figures figures) {
    return figures.at(total(row));
  }

  private static Cell total(FormRow row) {
    return new Cell.Application(row, Optional.empty());
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, DIGITS, RoundingMode.HALF_UP);
  }

  /** Rounded or cut off at the digits told; 约 may be off by some more. */
  private static boolean near(BigDecimal is, BigDecimal told, boolean approximate) {
    BigDecimal unit = BigDecimal.ONE.movePointLeft(Math.max(told.scale(), 0));
    BigDecimal allowed = approximate ? unit.max(BigDecimal.valueOf(3)) : unit;
    return is.subtract(told).abs().compareTo(allowed) < 0;
  }

  private static String rounded(BigDecimal percent) {
    return plain(percent.setScale(2, RoundingMode.HALF_UP)) + "%";
  }

  private static String plain(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0).toPlainString() : shortest.toPlainString();
  }
}
