package disclosure.statistics.organ;

import disclosure.edge.Writing;
import java.time.LocalDate;
import java.util.List;

/** Finds organs by what people know of them. */
public final class OrganSearch {

  private OrganSearch() {}

  /**
   * The organs whose name has the words in it, or whose code begins with them, however they are
   * written.
   *
   * @param day by the names of which day
   */
  public static List<Organ> find(OrganTree tree, String words, LocalDate day) {
    String wanted = Writing.of(words);
    return wanted.isEmpty()
        ? List.of()
        : tree.organs().stream()
            .filter(
                organ ->
                    Writing.of(organ.code()).startsWith(wanted)
                        || Writing.of(organ.nameOn(day)).contains(wanted))
            .toList();
  }
}
