package disclosure.requests.lookup;

import java.util.Arrays;
import java.util.List;

/**
 * In what an earlier application of the same organ is like a new one. It is told, and refuses
 * nothing: two offices may have counted from one, and anybody may ask twice.
 */
public enum PossibleDuplicate {
  /** Its number is the same in the one writing, of another client or in another writing. */
  SAME_NUMBER,
  /** The same person asks the same (《条例》第三十六条第六项 may apply). */
  SAME_REQUEST;

  /** What is told stands at the end of the answer. */
  public static final String BEGIN = ",\"possibleDuplicate\":[\"";

  public static final String END = "\"]}";

  /** What an answer tells. */
  public static List<PossibleDuplicate> toldIn(String answer) {
    int begin = answer.lastIndexOf(BEGIN);
    if (begin < 0 || !answer.endsWith(END)) {
      return List.of();
    }
    String codes = answer.substring(begin + BEGIN.length(), answer.length() - END.length());
    return Arrays.stream(codes.split("\",\"")).map(PossibleDuplicate::valueOf).toList();
  }
}
