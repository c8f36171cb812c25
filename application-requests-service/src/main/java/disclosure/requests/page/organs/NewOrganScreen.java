package disclosure.requests.page.organs;

import disclosure.requests.page.administration.Menu;

/**
 * The page of a new organ.
 *
 * @param directory where all organs are
 */
public record NewOrganScreen(Menu menu, String directory, OrganForm form) {}
