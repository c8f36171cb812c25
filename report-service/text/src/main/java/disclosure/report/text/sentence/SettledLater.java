package disclosure.report.text.sentence;

import disclosure.report.text.Cell;
import disclosure.report.text.claim.Claim;
import disclosure.report.text.claim.SoleClaims;
import disclosure.report.text.claim.Told;
import disclosure.report.text.clause.Clause.Mention;
import disclosure.report.text.clause.Reading;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import disclosure.requests.contract.FormRow;
import java.util.List;

/**
 * What is a claim only where nothing else is told that may be counted with it: 正在答复1件，尚在办理1件 and
 * 公开2件，告知已主动公开1件.
 */
final class SettledLater {

  private static final Told CARRIED_OUT = Told.row(FormRow.CARRIED_OUT, List.of());

  private final NormalText text;
  private final SoleClaims open = new SoleClaims();
  private final SoleClaims madePublic = new SoleClaims();
  private final SoleClaims disclosed = new SoleClaims();

  SettledLater(NormalText text) {
    this.text = text;
  }

  /** At the beginning of a sentence. */
  void begin() {
    madePublic.begin();
  }

  /** At the end of a sentence. */
  void settle(List<Claim> claims) {
    open.settle(claims);
    disclosed.settle(claims);
  }

  void settleParagraph(List<Claim> claims) {
    madePublic.settle(claims);
  }

  void add(Mention mention, Claim.Figure claim) {
    if (!mention.has(Sense.CARRIED) && mention.has(Sense.PENDING)) {
      open.add(claim);
    } else if (claim.either().get(0).equals(CARRIED_OUT)) {
      open.allTold();
    }
    if (mention.has(Sense.MADE_PUBLIC) && !isProactive(claim)) {
      madePublic.add(claim);
    }
    if (mention.has(Sense.DISCLOSED)) {
      disclosed.add(claim);
    }
  }

  /** A number, whether it is a claim or not. */
  void told(Mention mention) {
    if (mention.has(Sense.PENDING)) {
      open.told();
    }
    if (isItem(mention) && mention.words().stream().anyMatch(this::saysPublic)) {
      madePublic.told();
    }
    boolean clear = isItem(mention) && !Reading.isUnclear(mention);
    if (mention.has(Sense.DISCLOSED) || mention.has(Sense.MADE_PUBLIC) && clear) {
      disclosed.told();
    }
  }

  /** 新制发2件规范性文件已公开 is of table two, however public. */
  private static boolean isProactive(Claim.Figure claim) {
    return claim.either().get(0).cells().stream().allMatch(cell -> cell instanceof Cell.Proactive);
  }

  /** 公开信息300条 is of no applications. */
  private static boolean isItem(Mention mention) {
    return mention.quantity().countsItems() && !mention.quantity().unit().equals("条");
  }

  /** 主动公开 and 予以公开 are of the same sort as 公开; 部分公开 and 不予公开 aren't. */
  private boolean saysPublic(Token word) {
    boolean other =
        word.is(Sense.PARTIALLY_DISCLOSED)
            || word.is(Sense.REFUSED)
            || word.is(Sense.TOPIC)
            || word.is(Sense.APPLICATION);
    return !other && text.written(word).contains("公开");
  }
}
