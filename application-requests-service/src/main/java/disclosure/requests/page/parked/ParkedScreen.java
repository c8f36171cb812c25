package disclosure.requests.page.parked;

import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.requests.contract.Topic;
import disclosure.requests.outbox.ParkedKeys;
import disclosure.requests.outbox.ParkedKeys.ParkedKey;
import disclosure.requests.page.administration.Menu;
import disclosure.requests.page.administration.Part;
import disclosure.storage.job.ParkedPiece;
import java.util.Arrays;
import java.util.List;

/**
 * What was given up.
 *
 * @param notice what was just done; empty for nothing
 * @param pieces of background work
 * @param next where more of these are; empty after the last one
 * @param keys whose events wait
 * @param more how many of these aren't shown; empty for none
 */
public record ParkedScreen(
    Menu menu, String notice, List<Work> pieces, String next, List<Event> keys, String more) {

  static final String AFTER = "after";

  /** More keys than one looks through. */
  static final int MOST_KEYS = 100;

  /**
   * A piece of background work.
   *
   * @param retry where it is had tried again
   */
  public record Work(
      String retry, String id, String kind, String part, String cause, String tried) {}

  /**
   * A key whose events wait behind one that was refused.
   *
   * @param label the button's, which names what is tried again
   */
  public record Event(
      String topic, String key, String about, String cause, String since, String label) {}

  /** Defensive copies are kept. */
  public ParkedScreen {
    pieces = List.copyOf(pieces);
    keys = List.copyOf(keys);
  }

  static ParkedScreen of(
      Menu menu, String notice, List<ParkedPiece> pieces, boolean more, List<ParkedKey> keys) {
    String next =
        more ? Part.PARKED.address() + "?" + AFTER + "=" + pieces.get(pieces.size() - 1).id() : "";
    return new ParkedScreen(
        menu,
        notice,
        pieces.stream().map(ParkedScreen::work).toList(),
        next,
        keys.stream().limit(MOST_KEYS).map(ParkedScreen::event).toList(),
        keys.size() > MOST_KEYS ? others(keys.size()) : "");
  }

  /** How many aren't shown, as far as they were counted. */
  private static String others(int found) {
    return found < ParkedKeys.MOST
        ? Wording.of("另有%s个没有列出，重试上面的以后再看。", found - MOST_KEYS)
        : Wording.of("另有%s个以上没有列出，重试上面的以后再看。", found - MOST_KEYS);
  }

  private static Work work(ParkedPiece piece) {
    return new Work(
        Part.PARKED.address() + "/pieces/" + piece.id(),
        Long.toString(piece.id()),
        kind(piece.kind()),
        piece.key().isEmpty() ? Wording.of("整项工作") : piece.key(),
        piece.cause(),
        Wording.of("%s，试过%s次", ChineseDates.of(piece.parkedAt()), piece.attempts()));
  }

  private static Event event(ParkedKey key) {
    String about =
        Arrays.stream(Topic.values())
            .filter(topic -> topic.topicName().equals(key.topic()))
            .findFirst()
            .map(ParkedScreen::about)
            .orElse(key.topic());
    return new Event(
        key.topic(),
        key.key(),
        about,
        key.cause(),
        ChineseDates.of(key.parkedAt()),
        Wording.of("重试%s%s", about, key.key()));
  }

  private static String about(Topic topic) {
    return switch (topic) {
      case APPLICATIONS -> Wording.of("申请");
      case DISPUTES -> Wording.of("复议、诉讼案件");
      case ORGANS -> Wording.of("行政机关");
    };
  }

  private static String kind(String name) {
    return switch (name) {
      case "ledger-import" -> Wording.of("导入台账");
      case "due-dates" -> Wording.of("重新计算答复期限");
      case "republication" -> Wording.of("重新发布事件");
      case "reencryption" -> Wording.of("更换密钥，重新加密");
      case "anonymization" -> Wording.of("保存期满，删除申请人信息");
      case "search-keys" -> Wording.of("整理查找用的索引");
      case "subscription" -> Wording.of("向订阅方发送事件");
      default -> name;
    };
  }
}
