package disclosure.report.text.judge;

import disclosure.report.text.clause.Clause;
import disclosure.report.text.word.Lexicon;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Quantity;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import disclosure.report.text.word.Tokenizer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The three figures on the information processing fee that section six has to give, also when they
 * are 0. Each is empty where the texts don't tell it.
 *
 * @param notices how many fee notices went out
 * @param noticedYuan what they asked for, in 元
 * @param paidYuan what was paid, in 元
 */
public record FeeStatement(
    Optional<BigDecimal> notices, Optional<BigDecimal> noticedYuan, Optional<BigDecimal> paidYuan) {

  private static final Lexicon LEXICON = Lexicon.of("");

  /** As the paragraphs tell it; of what is told twice, the first. */
  public static FeeStatement of(List<String> paragraphs) {
    Reader reader = new Reader();
    for (String paragraph : paragraphs) {
      reader.figures.clear();
      Clause.of(Tokenizer.tokens(NormalText.of(paragraph), LEXICON)).forEach(reader::clause);
    }
    return new FeeStatement(reader.notices, reader.noticed, reader.paid);
  }

  /** A figure is named before its number, which may come clauses later: 均为0. */
  private static final class Reader {

    private final List<Sense> figures = new ArrayList<>();
    private boolean ofFees;
    private boolean denied;
    private Optional<BigDecimal> notices = Optional.empty();
    private Optional<BigDecimal> noticed = Optional.empty();
    private Optional<BigDecimal> paid = Optional.empty();

    void clause(Clause clause) {
      if (clause.opening() == Sense.FULL_STOP || clause.opening() == Sense.SEMICOLON) {
        figures.clear();
      }
      denied = false;
      boolean anotherFee = clause.has(Sense.CHARGES);
      for (Token token : clause.tokens()) {
        if (!anotherFee) {
          token(token);
        }
      }
      if (denied) {
        figures.forEach(figure -> tell(figure, BigDecimal.ZERO));
        figures.clear();
      }
    }

    private void token(Token token) {
      switch (token.sense()) {
        case NOT -> {
          denied = true;
          figures.clear();
        }
        case FEE -> {
          ofFees = true;
          if (denied && figures.isEmpty()) {
            figures.add(Sense.FEE_PAID);
          }
        }
        case FEE_NOTICE -> {
          ofFees = true;
          figures.add(Sense.FEE_NOTICE);
        }
        case FEE_TOTAL -> {
          boolean collected = figures.contains(Sense.COLLECTED);
          figures.remove(Sense.COLLECTED);
          figures.add(collected ? Sense.FEE_PAID : Sense.FEE_TOTAL);
        }
        case FEE_PAID -> figures.add(Sense.FEE_PAID);
        case COLLECTED -> figures.add(Sense.COLLECTED);
        case QUANTITY -> quantity(token.quantity().orElseThrow());
        default -> {}
      }
    }

    private void quantity(Quantity quantity) {
      boolean nil = quantity.value().signum() == 0 && quantity.unit().isEmpty();
      if (!ofFees || quantity.approximate() || !nil && !fits(quantity)) {
        return;
      }
      for (Sense figure : List.copyOf(figures)) {
        boolean money = figure != Sense.FEE_NOTICE;
        if (nil || money == quantity.isMoney()) {
          tell(figure, plain(quantity.value()));
        }
      }
      figures.clear();
    }

    private static BigDecimal plain(BigDecimal number) {
      return number.setScale(Math.max(number.scale(), 0));
    }

    private static boolean fits(Quantity quantity) {
      return quantity.isMoney() || quantity.countsItems();
    }

    private void tell(Sense figure, BigDecimal number) {
      switch (figure) {
        case FEE_NOTICE -> notices = notices.or(() -> Optional.of(number));
        case FEE_TOTAL -> noticed = noticed.or(() -> Optional.of(number));
        case FEE_PAID, COLLECTED -> {
          if (ofFees) {
            paid = paid.or(() -> Optional.of(number));
          }
        }
        default -> {}
      }
    }
  }
}
