package disclosure.report.release;

import disclosure.edge.FaultCode;
import disclosure.edge.Text;
import disclosure.report.check.CrossCheck;
import java.util.Optional;

/** That a cross-check stands against publication; which one, its number in the field says. */
record FailedCheck(CrossCheck check) implements FaultCode {

  @Override
  public String name() {
    return "CHECK_FAILS";
  }

  @Override
  public Text message() {
    return check.rule();
  }

  @Override
  public Optional<String> rule() {
    return Optional.of(check.source().chinese());
  }
}
