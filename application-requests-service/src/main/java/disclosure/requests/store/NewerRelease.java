package disclosure.requests.store;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import java.util.List;

/** What is answered where a newer release of the register has recorded what this one can't read. */
public final class NewerRelease {

  private NewerRelease() {}

  /** 503: while a release is rolled out, another instance knows better. */
  static Refusal refusal() {
    return new Refusal(
        503,
        "recorded-by-newer-release",
        new Text("由较新版本登记", "Recorded by a newer release"),
        new Text(
            "该申请含有由较新版本登记、本版本无法识别的环节，期限和后续办理须由较新版本处理；请稍后重试。",
            "A newer release of the register recorded a step that this one doesn't understand, so"
                + " deadlines and further steps are for that release; try again later."),
        List.of());
  }
}
