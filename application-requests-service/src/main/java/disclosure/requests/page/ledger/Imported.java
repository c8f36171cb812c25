package disclosure.requests.page.ledger;

import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.requests.ledger.LedgerImport;
import disclosure.requests.ledger.result.DoneRow;
import disclosure.requests.lookup.PossibleDuplicate;
import disclosure.requests.page.Screen;
import disclosure.requests.repetition.Change;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An import of a ledger.
 *
 * @param address of this page
 * @param organ its name
 * @param ordered when it was ordered
 * @param state how it stands, in a sentence
 * @param running whether it goes on
 * @param still whether the page is not loaded anew by itself
 * @param total its rows
 * @param done how many of them are done
 * @param counts what was done with how many
 * @param shown which of them are listed
 * @param rows a part of them
 * @param next where the following part is; empty after the last one
 */
public record Imported(
    String address,
    String organ,
    String ordered,
    String state,
    boolean running,
    boolean still,
    int total,
    int done,
    List<Count> counts,
    String shown,
    List<Row> rows,
    String next) {

  /** So many rows, and where they are listed. */
  public record Count(String address, String label, int rows) {}

  /**
   * What was done with a row.
   *
   * @param address where its application is found; empty where it is none
   */
  public record Row(String place, String number, String address, String done, String problems) {}

  static Imported of(
      String address,
      String organ,
      LedgerImport found,
      Optional<Change> change,
      List<DoneRow> rows,
      Optional<String> next,
      boolean still) {
    return new Imported(
        address,
        organ,
        ChineseDates.of(found.orderedAt()),
        state(found),
        isRunning(found),
        still,
        found.total(),
        found.registered()
            + found.repeated()
            + found.appended()
            + found.differing()
            + found.setAside()
            + found.refused(),
        counts(address, found),
        change.map(Imported::label).orElseGet(() -> Wording.of("全部行")),
        rows.stream().map(row -> row(row, found)).toList(),
        next.map(after -> address(address, change) + "after=" + encoded(after)).orElse(""));
  }

  static boolean isRunning(LedgerImport found) {
    return found.finishedAt().isEmpty() && found.cancelledAt().isEmpty();
  }

  private static String state(LedgerImport found) {
    if (found.cancelledAt().isPresent()) {
      return Wording.of("导入已于%s由管理员取消，此前登记的仍然有效。", ChineseDates.of(found.cancelledAt().get()));
    }
    if (found.finishedAt().isEmpty()) {
      return Wording.of("正在导入。可以离开本页，导入会继续。");
    }
    return found.parked() == 0
        ? Wording.of("导入已于%s完成。", ChineseDates.of(found.finishedAt().get()))
        : Wording.of("有%s行未能登记，管理员可以要求重试。其余已经完成。", found.parked());
  }

  private static List<Count> counts(String address, LedgerImport found) {
    List<Count> counts = new ArrayList<>();
    counts.add(count(address, Change.ADDED, found.registered()));
    counts.add(count(address, Change.UNCHANGED, found.repeated()));
    counts.add(count(address, Change.STEPS_APPENDED, found.appended()));
    counts.add(count(address, Change.DIFFERS, found.differing()));
    counts.add(count(address, Change.SET_ASIDE, found.setAside()));
    counts.add(count(address, Change.REFUSED, found.refused()));
    return counts;
  }

  private static Count count(String address, Change change, int rows) {
    return new Count(address + "?change=" + change + "#rows", label(change), rows);
  }

  private static Row row(DoneRow row, LedgerImport found) {
    boolean isRegistered =
        switch (row.change()) {
          case ADDED, UNCHANGED, STEPS_APPENDED, DIFFERS -> true;
          case SET_ASIDE, REFUSED -> false;
        };
    return new Row(
        (row.sheet() + " ").stripLeading() + Wording.of("第%s行", row.row()),
        row.sourceReference(),
        isRegistered ? Screen.list(found.organCode(), row.sourceReference()) : "",
        label(row.change()),
        Stream.concat(
                row.problems().stream()
                    .map(
                        told ->
                            told.field().isEmpty()
                                ? told.message()
                                : Wording.of("%s：%s", told.field(), told.message())),
                row.possibleDuplicate().stream().map(Imported::alike))
            .collect(Collectors.joining(Wording.of("；"))));
  }

  private static String alike(PossibleDuplicate like) {
    return switch (like) {
      case SAME_NUMBER -> Wording.of("本机关另有一件编号相同的申请，请核对");
      case SAME_REQUEST -> Wording.of("同一申请人另有一件内容相同的申请，请核对");
    };
  }

  private static String address(String address, Optional<Change> change) {
    return address + "?" + change.map(one -> "change=" + one + "&").orElse("");
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String label(Change change) {
    return switch (change) {
      case ADDED -> Wording.of("新登记");
      case UNCHANGED -> Wording.of("登记簿已有，内容相同");
      case STEPS_APPENDED -> Wording.of("补登了环节");
      case DIFFERS -> Wording.of("与登记簿不一致，未作改动");
      case SET_ASIDE -> Wording.of("暂未导入，可以再次导入");
      case REFUSED -> Wording.of("不能登记");
    };
  }
}
