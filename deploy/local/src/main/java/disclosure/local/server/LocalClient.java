package disclosure.local.server;

import java.util.List;

/**
 * A client that the local issuer knows.
 *
 * @param id its client id
 * @param secret its client secret
 * @param roles the roles that its tokens carry
 * @param organs the organs that it acts for, each with all below it; {@code *} stands for all
 */
public record LocalClient(String id, String secret, List<String> roles, List<String> organs) {}
