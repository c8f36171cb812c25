package disclosure.edge;

import java.util.List;

/** The roles of a token, as constants for {@code @RolesAllowed}. */
public final class Role {

  /** Logs applications, steps and disputes. */
  public static final String RECORDER = "recorder";

  /** Reads the counts. */
  public static final String ANALYST = "analyst";

  /** Writes the annual report. */
  public static final String EDITOR = "editor";

  /** Publishes the annual report. */
  public static final String PUBLISHER = "publisher";

  /** Keeps the directory of organs and runs the service. */
  public static final String ADMINISTRATOR = "administrator";

  /** All of them. */
  static final List<String> ALL = List.of(RECORDER, ANALYST, EDITOR, PUBLISHER, ADMINISTRATOR);

  private Role() {}
}
