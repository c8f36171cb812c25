package disclosure.report.check;

import disclosure.report.content.DraftContent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence of the report.
 *
 * @param place the section that it stands in
 * @param sentence without the full stop or semicolon after it
 */
record Passage(String place, String sentence) {

  private static final Pattern END = Pattern.compile("[。；;！？]");

  /** All sentences of all texts, in their order. */
  static List<Passage> of(DraftContent content) {
    List<Passage> passages = new ArrayList<>();
    add("引言", content.lead(), passages);
    add("一、总体情况", content.overview(), passages);
    add("五、存在的主要问题及改进情况", content.problems(), passages);
    add("六、其他需要报告的事项", content.otherMatters(), passages);
    return passages;
  }

  private static void add(String place, List<String> paragraphs, List<Passage> passages) {
    Stream<String> sentences =
        paragraphs.stream().flatMap(paragraph -> Arrays.stream(END.split(paragraph)));
    sentences
        .filter(sentence -> !sentence.isBlank())
        .forEach(sentence -> passages.add(new Passage(place, sentence)));
  }
}
