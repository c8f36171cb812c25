package disclosure.requests.page.form;

import disclosure.edge.look.Wording;
import disclosure.requests.personaldata.MaskedApplicant;
import disclosure.requests.registration.view.ApplicationView;
import disclosure.requests.store.state.ApplicationAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was received with an application, as forms tell of it. */
public final class Received {

  private Received() {}

  /** What of the receipt can be put right, as it stands, by the names of the fields. */
  public static Map<String, String> now(ApplicationView view) {
    ApplicationAnswer answer = view.answer();
    Map<String, String> now = new HashMap<>();
    now.put("receivedOn", answer.receivedOn().toString());
    now.put("channel", Words.of(answer.channel()));
    now.put("sourceReference", answer.sourceReference());
    now.put("oral", Wording.of(view.oral().orElse(false) ? "是" : "否"));
    now.put("applicant.type", Words.of(answer.applicantType()));
    now.put(
        "applicant.name",
        Said.constantOf(view.applicant().nameInWords(), MaskedApplicant.UNREADABLE));
    view.applicant().identityNumber().ifPresent(text -> now.put("applicant.identityNumber", text));
    view.applicant().contact().ifPresent(text -> now.put("applicant.contact", text));
    view.subject().ifPresent(text -> now.put("subject", text));
    view.submittedOn().ifPresent(day -> now.put("submittedOn", day.toString()));
    view.requestedForm().ifPresent(form -> now.put("requestedForm", Words.of(form)));
    view.requestedWay().ifPresent(way -> now.put("requestedWay", Words.of(way)));
    return now;
  }

  /** What 《条例》第二十九条第二款 asks for and isn't there, in words. */
  public static String lacks(ApplicationView view) {
    List<String> lacks = new ArrayList<>();
    if (view.applicant().nameInWords().isEmpty()) {
      lacks.add(Wording.of("申请人的姓名或者名称"));
    }
    if (view.applicant().contact().isEmpty() && isReadable(view, "contact")) {
      lacks.add(Wording.of("联系方式"));
    }
    if (view.applicant().identityNumber().isEmpty() && isReadable(view, "identityNumber")) {
      lacks.add(Wording.of("身份证明"));
    }
    if (view.subject().isEmpty()) {
      lacks.add(Wording.of("申请公开的政府信息的名称、文号或者便于查询的其他特征性描述"));
    }
    return String.join(Wording.of("、"), lacks);
  }

  private static boolean isReadable(ApplicationView view, String field) {
    return !view.applicant().unreadable().contains(field);
  }
}
