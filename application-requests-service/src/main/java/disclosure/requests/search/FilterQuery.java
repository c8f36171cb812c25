package disclosure.requests.search;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The parameters by which applications are chosen, as they came; null when absent. */
public class FilterQuery {

  @RestQuery
  @Parameter(description = "统一社会信用代码 of an organ; absent: all that the caller acts for")
  String organ;

  @RestQuery
  @Parameter(description = "OWN: the organ alone, as without it; SUBTREE: with all below it")
  String scope;

  @RestQuery
  @Parameter(description = "one or several, with commas between")
  String status;

  @RestQuery
  @Parameter(description = "one or several, with commas between")
  String outcome;

  @RestQuery
  @Parameter(description = "one or several, with commas between")
  String applicantType;

  @RestQuery
  @Parameter(description = "one or several, with commas between")
  String channel;

  @RestQuery String receivedFrom;
  @RestQuery String receivedTo;

  @RestQuery
  @Parameter(description = "only applications that have a due date")
  String dueFrom;

  @RestQuery
  @Parameter(description = "only applications that have a due date")
  String dueTo;

  @RestQuery String concludedFrom;
  @RestQuery String concludedTo;

  @RestQuery
  @Parameter(description = "true: only those whose due date has passed")
  String overdue;

  @RestQuery
  @Parameter(description = "the office's own number, in whatever width, dashes and brackets")
  String sourceReference;

  @RestQuery
  @Parameter(description = "what the office's own number begins with")
  String sourceReferencePrefix;

  @RestQuery
  @Parameter(description = "文号 of the answer, in whatever width, dashes and brackets")
  String documentNumber;

  @RestQuery
  @Parameter(description = "who handles it, as the office put it")
  String handler;

  @RestQuery
  @Parameter(description = "a part of the subject; capital and small letters are the same")
  String subject;

  /**
   * Those of a form, where what is left empty is absent.
   *
   * @param given the value of each parameter that is given
   */
  public static FilterQuery of(Map<String, String> given) {
    FilterQuery query = new FilterQuery();
    query.organ = given.get("organ");
    query.status = given.get("status");
    query.sourceReferencePrefix = given.get("sourceReferencePrefix");
    query.documentNumber = given.get("documentNumber");
    query.handler = given.get("handler");
    query.subject = given.get("subject");
    return query;
  }
}
