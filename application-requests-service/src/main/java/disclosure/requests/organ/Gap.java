package disclosure.requests.organ;

import disclosure.edge.Fault;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.fault.RegisterFault;
import java.time.LocalDate;

/**
 * An organ whose applications come into no government's sum on a day.
 *
 * @param organ the organ
 * @param day the first such day, as far as anything is known of it
 * @param missing who isn't there on that day, above it or as its successor
 */
record Gap(OrganView organ, LocalDate day, OrganView missing) {

  /** What is wrong with a request about an organ that would open it. */
  Fault faultOf(OrganCode about, OrganRequest request) {
    boolean isItself = organ.organCode().equals(about);
    if (!organ.existsOn(day)) {
      return isItself
          ? RegisterFault.SUCCESSOR_NOT_THERE.at("successorOrganCode", day)
          : RegisterFault.NOT_THERE_FOR_MERGER.at(
              missing.isGoneOn(day) ? "validTo" : "validFrom", organ.name(), day);
    }
    if (isItself) {
      String field = request.fieldOfParent(day);
      return missing.isGoneOn(day)
          ? RegisterFault.PARENT_ENDED.at(field, missing.name(), missing.validTo().orElseThrow())
          : RegisterFault.PARENT_BEGINS_LATER.at(
              field, missing.name(), missing.validFrom().orElseThrow());
    }
    boolean isHere = missing.organCode().equals(about);
    if (missing.isGoneOn(day)) {
      return RegisterFault.ORGANS_LEFT_BELOW.at(
          isHere ? "validTo" : request.fieldOfPlace(day), organ.name(), day);
    }
    return RegisterFault.ORGANS_BELOW_BEFORE.at(
        isHere ? "validFrom" : request.fieldOfPlace(day), organ.name(), day);
  }
}
