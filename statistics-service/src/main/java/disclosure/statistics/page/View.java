package disclosure.statistics.page;

import java.util.Arrays;
import java.util.List;

/** What is shown of a choice. */
enum View {
  TABLE("", "表格"),
  OVERVIEW("/overview", "图表"),
  RANKING("/ranking", "机关排名"),
  SCREEN("/screen", "大屏"),
  /** Of a cell of the table; it is no view of its own, and leads back to it. */
  APPLICATIONS("/applications", "");

  private final String below;
  private final String label;

  View(String below, String label) {
    this.below = below;
    this.label = label;
  }

  /** Those that people choose between. */
  static List<View> tabs() {
    return Arrays.stream(values()).filter(view -> !view.label.isEmpty()).toList();
  }

  /** Its path below the dashboard's. */
  String below() {
    return below;
  }

  String label() {
    return label;
  }
}
