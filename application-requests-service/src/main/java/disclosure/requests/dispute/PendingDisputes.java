package disclosure.requests.dispute;

/** Cases that are not closed yet. */
public final class PendingDisputes {

  private PendingDisputes() {}

  /**
   * A condition of SQL that is true of an application about which none is pending.
   *
   * @param applicationId what gives its id
   */
  public static String noneAbout(String applicationId) {
    return "NOT EXISTS (SELECT FROM dispute pending WHERE pending.application_id = "
        + applicationId
        + " AND pending.closed_on IS NULL AND NOT pending.voided)";
  }
}
