package disclosure.storage;

import java.sql.SQLException;

/**
 * Why a piece can't be done, as people may read it: what the exception is and where it was thrown,
 * never what it says, for that may quote personal data.
 */
public record Cause(String text) {

  private static final int MAX_DEPTH = 20;
  private static final String OURS = "disclosure.";

  /** Of a failure: its root. */
  public static Cause of(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < MAX_DEPTH; depth++) {
      root = root.getCause();
    }
    String state = root instanceof SQLException sql ? " " + sql.getSQLState() : "";
    return new Cause(root.getClass().getSimpleName() + state + place(root, failure));
  }

  private static String place(Throwable root, Throwable failure) {
    for (Throwable thrown : new Throwable[] {root, failure}) {
      for (StackTraceElement frame : thrown.getStackTrace()) {
        if (frame.getClassName().startsWith(OURS)) {
          String type = frame.getClassName();
          return " at " + type.substring(type.lastIndexOf('.') + 1) + ":" + frame.getLineNumber();
        }
      }
    }
    return "";
  }
}
