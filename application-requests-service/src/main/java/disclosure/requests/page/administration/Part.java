package disclosure.requests.page.administration;

import disclosure.edge.look.Wording;
import disclosure.requests.page.Screen;

/** What administrators look after. */
public enum Part {
  ORGANS("行政机关", "/organs", false),
  CALENDAR("工作日历", "/calendar", false),
  AUDIT("审计记录", "/audit", false),
  PARKED("搁置的工作", "/parked", true);

  private final String label;
  private final String path;
  private final boolean everywhere;

  Part(String label, String path, boolean everywhere) {
    this.label = label;
    this.path = path;
    this.everywhere = everywhere;
  }

  String label() {
    return Wording.of(label);
  }

  /** Where it begins. */
  public String address() {
    return Screen.PATH + path;
  }

  /** Whether it concerns all organs at once, so that only who acts for all of them has it. */
  boolean isEverywhere() {
    return everywhere;
  }
}
