package disclosure.requests.page.administration;

import java.util.List;

/**
 * The pages for administrators that the person may open.
 *
 * @param worklist where his applications are; empty where he has none
 */
public record Menu(List<Tab> tabs, String worklist) {

  /** One of them. */
  public record Tab(String address, String label, boolean here) {}

  /** A defensive copy is kept. */
  public Menu {
    tabs = List.copyOf(tabs);
  }
}
