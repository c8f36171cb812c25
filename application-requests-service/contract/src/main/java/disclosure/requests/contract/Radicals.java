package disclosure.requests.contract;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Radicals of the blocks U+2E80 to U+2FDF, which some input methods and most programs that print to
 * PDF give for the characters that look the same: ⼈⺠ for 人民. Those of Kangxi's dictionary have a
 * compatibility decomposition in Unicode. Of the others only two have, and those are listed here
 * that look like a character which stands by itself.
 */
public final class Radicals {

  private static final int FIRST = 0x2E80;
  private static final int LAST = 0x2FDF;

  /** Each radical before its character. */
  private static final String PAIRS =
      "⺁厂⺄乙⺊卜⺌小⺎兀⺒巳⺓幺⺛旡⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺶羊⺷羊⺻聿⺼肉⻁虎⻄西⻅见⻆角"
          + "⻉贝⻋车⻑長⻒镸⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

  private static final Map<Character, Character> CHARACTERS = characters();

  private Radicals() {}

  private static Map<Character, Character> characters() {
    Map<Character, Character> characters = new HashMap<>();
    for (int at = 0; at < PAIRS.length(); at += 2) {
      characters.put(PAIRS.charAt(at), PAIRS.charAt(at + 1));
    }
    for (char kangxi = 0x2F00; kangxi <= 0x2FD5; kangxi++) {
      String character = Normalizer.normalize(String.valueOf(kangxi), Normalizer.Form.NFKC);
      characters.put(kangxi, character.charAt(0));
    }
    return Map.copyOf(characters);
  }

  /** The text with characters for radicals; as long as it was. */
  public static String unified(String text) {
    if (text.chars().noneMatch(Radicals::isRadical)) {
      return text;
    }
    StringBuilder unified = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char one = text.charAt(at);
      unified.append(CHARACTERS.getOrDefault(one, one).charValue());
    }
    return unified.toString();
  }

  private static boolean isRadical(int character) {
    return character >= FIRST && character <= LAST;
  }
}
