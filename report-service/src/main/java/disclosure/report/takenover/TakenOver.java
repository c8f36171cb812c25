package disclosure.report.takenover;

import disclosure.report.publication.Digests;
import java.time.Instant;
import java.util.Optional;

/**
 * A taken over report with where it comes from.
 *
 * @param revision 1 for the first, one more with every other file that replaced it
 * @param report its figures and texts
 * @param fileName what the sender called its file
 * @param format what kind of file it is, as its enum names it
 * @param bytes how long the file is
 * @param digests of the file
 * @param reason why it replaced another one; empty where it did not, and none was given
 * @param takenOverBy the client that took it over
 * @param person who signed in, where the client acts for people
 * @param takenOverAt when
 */
public record TakenOver(
    int revision,
    TakenOverReport report,
    String fileName,
    String format,
    int bytes,
    Digests digests,
    Optional<String> reason,
    String takenOverBy,
    Optional<String> person,
    Instant takenOverAt) {}
