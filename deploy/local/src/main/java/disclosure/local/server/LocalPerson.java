package disclosure.local.server;

import java.util.List;

/**
 * Somebody made up, as whom anybody may sign in at the local issuer.
 *
 * @param id what {@code preferred_username} says
 * @param name the person's name
 * @param post what the person does, and where
 * @param roles the roles that the tokens carry
 * @param organs the organs that the person acts for, each with all below it; {@code *} stands for
 *     all
 */
public record LocalPerson(
    String id, String name, String post, List<String> roles, List<String> organs) {}
