package disclosure.requests.steps;

import disclosure.edge.FaultCode;
import disclosure.edge.Text;
import disclosure.requests.application.BrokenRule;
import java.util.Optional;

/** A rule about steps that is broken, as the code of a problem. */
record LegalFault(BrokenRule broken) implements FaultCode {

  @Override
  public String name() {
    return broken.name();
  }

  @Override
  public Text message() {
    return new Text(broken.text().zh(), broken.text().en());
  }

  @Override
  public Optional<String> rule() {
    return broken.article();
  }
}
