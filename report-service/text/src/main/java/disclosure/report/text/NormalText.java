package disclosure.report.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A text in one writing: digits, letters and signs of one width, simplified characters, no blanks,
 * one kind of stop. Every character knows where it stood in the original.
 */
final class NormalText {

  /** Each traditional character before the simplified one. */
  private static final String PAIRS =
      "開开關关處处復复訴诉訟讼結结維维糾纠總总計计審审議议數数據据請请況况無无當当複复於于屬属國国務务內内過过執执詢询現现機机構构業业團团體体與与對对題题"
          + "織织會会勞劳動动實实報报雙双號号續续縣县鎮镇鄉乡區区廳厅為为劃划費费標标準准個个類类發发辦办給给繳缴納纳產产權权設设專专門门環环經经驗验園园書书農农"
          + "財财價价額额單单項项規规舊旧較较轉转應应穩稳護护條条決决許许罰罚強强製制廢废償偿補补確确認认獲获達达戶户眾众該该則则範范種种餘余從从後后時时間间網网"
          + "絡络電电郵邮紀纪際际級级線线組组減减見见記记調调論论問问進进運运適适選选邊边隊队難难響响領领頭头顯显館馆來来兩两別别協协參参員员將将層层張张應应擴扩"
          + "換换損损擇择斷断東东檔档沒没濟济監监稅税節节簡简約约細细統统聞闻聯联聽听職职萬万蓋盖術术衛卫裝装訊讯訂订討讨訓训託托詳详談谈講讲證证評评識识質质購购"
          + "資资賠赔質质車车輔辅這这還还錄录錯错閱阅頁页頻频齊齐徵征億亿舉举諮咨";

  private static final Map<Character, Character> SIMPLIFIED = simplified();

  private final String original;
  private final String text;
  private final int[] offsets;

  private NormalText(String original, String text, int[] offsets) {
    this.original = original;
    this.text = text;
    this.offsets = offsets;
  }

  private static Map<Character, Character> simplified() {
    Map<Character, Character> simplified = new HashMap<>();
    for (int i = 0; i < PAIRS.length(); i += 2) {
      simplified.put(PAIRS.charAt(i), PAIRS.charAt(i + 1));
    }
    return Map.copyOf(simplified);
  }

  static NormalText of(String original) {
    StringBuilder text = new StringBuilder(original.length());
    int[] offsets = new int[original.length() + 1];
    for (int at = 0; at < original.length(); at++) {
      char character = original.charAt(at);
      if (!isBlank(character)) {
        offsets[text.length()] = at;
        text.append(normal(character));
      }
    }
    offsets[text.length()] = original.length();
    return new NormalText(original, text.toString(), Arrays.copyOf(offsets, text.length() + 1));
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u200b'
        || character == '\ufeff';
  }

  private static char normal(char character) {
    if (character >= '！' && character <= '～') {
      return sign((char) (character - '！' + '!'));
    }
    return sign(character);
  }

  private static char sign(char character) {
    return switch (character) {
      case '[', '〔', '［', '【' -> '〔';
      case ']', '〕', '］', '】' -> '〕';
      case '－', '–', '―' -> '—';
      case '﹪' -> '%';
      default -> SIMPLIFIED.getOrDefault(character, character);
    };
  }

  int length() {
    return text.length();
  }

  char at(int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : '\0';
  }

  boolean hasAt(String word, int index) {
    return text.startsWith(word, index);
  }

  String text() {
    return text;
  }

  /** What the original has from one character to before another. */
  String original(int from, int to) {
    return from == to ? "" : original.substring(offsets[from], offsets[to - 1] + 1);
  }
}
