package disclosure.requests.page.administration;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Role;
import disclosure.requests.page.Screen;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;

/** What of the administration the person who looks may see. */
@RequestScoped
public class Administration {

  /** Where it begins. */
  public static final String HOME = Part.ORGANS.address();

  private final CurrentCaller caller;

  Administration(CurrentCaller caller) {
    this.caller = caller;
  }

  /** Whether he logs applications, too. */
  public boolean isClerk() {
    return caller.roles().contains(Role.RECORDER);
  }

  /** Where it begins; empty for who is no administrator. */
  public String address() {
    return caller.roles().contains(Role.ADMINISTRATOR) ? HOME : "";
  }

  /** Whether he acts for all organs there are. */
  public boolean isEverywhere() {
    return caller.scope().everywhere();
  }

  /**
   * Lets only who acts for all organs go on.
   *
   * @throws ForbiddenException for anybody else
   */
  public void requireEverywhere() {
    caller.requireEverywhere();
  }

  /** The way from a part to the others. */
  public Menu menu(Part here) {
    return new Menu(
        Arrays.stream(Part.values())
            .filter(part -> isEverywhere() || !part.isEverywhere())
            .map(part -> new Menu.Tab(part.address(), part.label(), part == here))
            .toList(),
        isClerk() ? Screen.PATH : "");
  }
}
