package disclosure.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import disclosure.report.text.judge.Citations;
import disclosure.report.text.judge.FeeStatement;
import disclosure.report.text.judge.ReportText;
import disclosure.statistics.contract.Scope;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever a paragraph as long as one may be says, reading it ends: within a stack that a request
 * always has left, and in time that doesn't grow by the square of its length.
 */
@Timeout(240)
class HostileTextTest {

  private static final Pattern WORDS = Pattern.compile("[\\p{IsHan}《》]+|[()〔〕]");
  private static final int LONGEST = 4_000;
  private static final int STACK_BYTES = 256 << 10;

  /** What grows by the third power, or faster, takes more. */
  private static final long MAX_STEPS = 4L * LONGEST * LONGEST;

  /** Of the processor for a paragraph; what grows by the square took half a second and more. */
  private static final Duration MAX_TIME = Duration.ofMillis(400);

  private static final int TRIES = 5;
  private static final int SHOWN = 40;
  private static final Publisher OFFICE = new Publisher("临县人民政府办公室", Scope.OWN, 2025);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What begins something that the rest of the paragraph doesn't end. */
  private static final List<String> OPENINGS =
      List.of(
          "",
          "《条例》(",
          "《条例》((一)",
          "《政府信息公开信息处理费管理办法》（",
          "收到申请12件，",
          "收到申请12件，内容主要",
          "收到申请12件，并",
          "其中",
          "（");

  private static final List<String> SENTENCES =
      List.of(
          "1件",
          "1件1条",
          "行政强制1件，",
          "予以公开1件、",
          "占1%，",
          "其中网络1件，",
          "（一）主动公开情况",
          "《条例》（国务院令第711号",
          "《条例》（（",
          "国务院令第492号《条例》",
          "国办公开办函〔2019〕60号",
          "信息公开处理费",
          "2024年1月1日",
          "2024年度政府信息公开工作",
          "1月至12月",
          "向企业收取",
          "向企业",
          "复议1件",
          "通过网络、信函、",
          "全部按时答复，",
          "1",
          "1,000",
          "一",
          "千",
          "“",
          "(",
          ")",
          "、",
          "；",
          "字");

  @Test
  void every_pattern_ends_on_a_small_stack() throws InterruptedException {
    List<Pattern> patterns = patterns();
    assertThat(patterns).hasSizeGreaterThan(20);
    onSmallStack(
        () -> {
          for (Pattern pattern : patterns) {
            for (String opening : OPENINGS) {
              for (String word : words(pattern)) {
                tryOut(pattern, repeated(opening, word), opening.length());
              }
            }
          }
        });
  }

  /** What it looks for, and what it doesn't. */
  private static Set<String> words(Pattern pattern) {
    Set<String> words = new TreeSet<>(List.of("字", "1", "(", "()", "(一)字", "的"));
    WORDS.matcher(pattern.pattern()).results().forEach(word -> words.add(word.group()));
    return words;
  }

  /** At each place of what was opened, at which a pattern may begin to fit. */
  private static void tryOut(Pattern pattern, String text, int opened) {
    try {
      matcher(pattern, text).matches();
      for (int at = 0; at <= opened; at++) {
        matcher(pattern, text).region(at, text.length()).lookingAt();
      }
    } catch (StackOverflowError | TooManySteps e) {
      throw new AssertionError(pattern + " over " + text.substring(0, SHOWN), e);
    }
  }

  private static Matcher matcher(Pattern pattern, String text) {
    return pattern.matcher(new Counted(text));
  }

  @Test
  void every_reader_ends_on_a_small_stack_and_soon() throws InterruptedException {
    onSmallStack(
        () -> {
          for (String opening : OPENINGS) {
            for (String word : SENTENCES) {
              String text = repeated(opening, word);
              assertThat(IntStream.range(0, TRIES).anyMatch(once -> isReadSoon(text)))
                  .as(text.substring(0, SHOWN))
                  .isTrue();
            }
          }
        });
  }

  private static boolean isReadSoon(String text) {
    List<Paragraph> paragraphs = List.of(new Paragraph(Section.OVERVIEW, text));
    long before = THREADS.getCurrentThreadCpuTime();
    try {
      ReportText.of(OFFICE, paragraphs).contradictions(cell -> Optional.of(BigDecimal.TEN));
      Citations.wrong("国办公开办函〔2021〕30号", paragraphs);
      Citations.otherYears(OFFICE.year(), List.of(text));
      FeeStatement.of(List.of(text));
      OrganNames.mayBe(OFFICE.organName(), text);
    } catch (StackOverflowError e) {
      throw new AssertionError(text.substring(0, SHOWN), e);
    }
    return THREADS.getCurrentThreadCpuTime() - before < MAX_TIME.toNanos();
  }

  @Test
  void quotes_from_one_sentence_share_it() {
    String text = repeated("工作有序。", "行政强制1件，");
    Set<String> sentences = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Contradiction> found =
        ReportText.of(OFFICE, List.of(new Paragraph(Section.OVERVIEW, text)))
            .contradictions(cell -> Optional.of(BigDecimal.TEN));
    found.forEach(contradiction -> sentences.add(contradiction.quote().sentence()));
    assertThat(found).hasSizeGreaterThan(500);
    assertThat(sentences).hasSize(1);
  }

  private static String repeated(String opening, String word) {
    return opening + word.repeat((LONGEST - opening.length()) / word.length());
  }

  private static void onSmallStack(Runnable work) throws InterruptedException {
    AtomicReference<Throwable> failed = new AtomicReference<>();
    Thread thread = new Thread(null, work, "reading", STACK_BYTES);
    thread.setUncaughtExceptionHandler((t, e) -> failed.set(e));
    thread.start();
    thread.join();
    assertThat(failed.get()).isNull();
  }

  /** All that classes of this module keep, also in lists and maps. */
  private static List<Pattern> patterns() {
    List<Pattern> patterns = new ArrayList<>();
    for (JavaClass one :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("disclosure.report.text")) {
      for (Field field : one.reflect().getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          held(field).forEach(patterns::add);
        }
      }
    }
    return patterns;
  }

  private static Stream<Pattern> held(Field field) {
    try {
      field.setAccessible(true);
      Object value = field.get(null);
      Stream<?> values =
          value instanceof Map<?, ?> map
              ? map.values().stream()
              : value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
      return values.filter(Pattern.class::isInstance).map(Pattern.class::cast);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** Tells by an error when it was looked at oftener than anybody waits for. */
  private static final class Counted implements CharSequence {

    private final String text;
    private long steps;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++steps > MAX_STEPS) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
