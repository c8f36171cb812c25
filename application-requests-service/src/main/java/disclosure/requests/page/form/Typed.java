package disclosure.requests.page.form;

import disclosure.edge.look.WrittenDay;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.ledger.words.Numbers;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/** What was filled in, in the one form in which programs send it, where it can only mean that. */
public final class Typed {

  private Typed() {}

  /**
   * As a program would write it; as it was filled in where that can't be told.
   *
   * @param type of the value in JSON
   */
  public static String plainly(Type type, String text) {
    if (type == LocalDate.class) {
      return WrittenDay.read(text).map(LocalDate::toString).orElse(text);
    }
    if (type == Integer.class) {
      return Numbers.whole(text).map(Object::toString).orElse(text);
    }
    if (type == BigDecimal.class) {
      return Numbers.amount(text).map(BigDecimal::toPlainString).orElse(text);
    }
    return type == OrganCode.class ? code(text) : text;
  }

  private static String code(String text) {
    String code = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    return OrganCode.isValid(code) ? code : text;
  }
}
