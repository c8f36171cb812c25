package disclosure.requests.store;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import java.util.List;

/** What is answered where stored personal data are needed that no key of the ring opens. */
public final class UnreadableRecord {

  private UnreadableRecord() {}

  /** 503: the request is right, and is answered once the key or the value is back. */
  public static Refusal refusal() {
    return new Refusal(
        503,
        "unreadable-personal-data",
        new Text("个人信息无法解密", "Personal data can't be decrypted"),
        new Text(
            "该申请保存的个人信息无法用现有密钥解密，请联系系统管理员；其他申请不受影响。",
            "No key that the register has opens the personal data stored with this application;"
                + " tell its operators. Other applications are not concerned."),
        List.of());
  }
}
