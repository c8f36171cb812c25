package disclosure.report.examined;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.report.examined.Examinations.Examined;
import disclosure.report.examined.carried.CarriedOver.Difference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a file.
 *
 * @param file its name; in an archive its path there
 * @param notReadable why it wasn't read
 * @param report what was read
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(description = "Has either report or notReadable")
record ExaminedFile(
    @Schema(
            description = "What the sender calls it; in a ZIP its path there",
            examples = "临县2024年年度报告.pdf")
        String file,
    Optional<Unreadable> notReadable,
    Optional<ExaminedReport> report) {

  /** Why a file wasn't read. */
  @Schema(name = "UnreadableFile")
  record Unreadable(
      @Schema(
              description =
                  "EMPTY, TOO_LARGE, UNKNOWN_FORMAT, OLD_OFFICE, NO_TEXT, NO_REPORT, ENCRYPTED,"
                      + " BROKEN, OVERLAPPING, INFLATES_TOO_FAR, TOO_MUCH_WORK, NO_TIME_LEFT,"
                      + " NOT_REACHED or FAULT",
              examples = "NO_TEXT")
          String reason,
      @Schema(examples = "文件中没有文字（可能是扫描件）") String message) {}

  /** The answer to a request. */
  @Schema(name = "ExaminedFiles")
  record Answer(
      List<ExaminedFile> files,
      @Schema(
              description =
                  "Where a report's 上年结转 isn't the 结转下年 of the same organ's report on the year"
                      + " before, if both were handed over and read surely")
          List<Break> carriedOver) {}

  /** Two reports that don't go on from one another. */
  @Schema(name = "ExaminedCarryOver")
  record Break(
      @Schema(examples = "临县人民政府办公室") String organName,
      @Schema(description = "Of the later report", examples = "2024") int year,
      @Schema(description = "The heading of the column in table three", examples = "总计")
          String column,
      @Schema(description = "The file of the earlier report", examples = "2023.pdf")
          String fileBefore,
      @Schema(examples = "3") BigDecimal carriedOut,
      @Schema(description = "The file of the later report", examples = "2024.pdf") String file,
      @Schema(examples = "2") BigDecimal carriedIn,
      @Schema(description = "The sentence to send back") String chinese,
      @Schema(description = "The same in English") String english) {

    private static Break of(Difference one) {
      return new Break(
          one.organName(),
          one.year(),
          one.column(),
          one.before(),
          one.carriedOut(),
          one.file(),
          one.carriedIn(),
          one.sentence().chinese(),
          one.sentence().english());
    }
  }

  static Answer of(List<Examined> examined, Locale language) {
    return new Answer(
        examined.stream().map(one -> of(one, language)).toList(),
        ReadFile.differences(examined).stream().map(Break::of).toList());
  }

  private static ExaminedFile of(Examined examined, Locale language) {
    return new ExaminedFile(
        examined.file(),
        examined.unread().map(why -> new Unreadable(why.code(), why.message().in(language))),
        examined.examination().map(ExaminedReport::of));
  }
}
