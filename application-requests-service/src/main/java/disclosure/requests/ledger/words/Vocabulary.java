package disclosure.requests.ledger.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What offices call the codes of one kind. A wording may say first what it belongs to, and then
 * what it is, in brackets or behind a dash: 不予公开（国家秘密）. What says two different things is not
 * understood, nor is one of which a part is not: 予以公开，其余不予公开.
 */
public final class Vocabulary<E extends Enum<E>> {

  private static final int MAX_LENGTH = 200;
  private static final Pattern BETWEEN = Pattern.compile("[()\\[\\]【】〔〕:;,，。、/\\\\|—–-]+");
  private static final Pattern NUMBER =
      Pattern.compile("^([(]?[0-9一二三四五六七八九十]{1,3}[).、])+|^三[(][一二三四五六七][)]");
  private static final Pattern SILENT = Pattern.compile("[\\s*\"“”'、,，。/.:()\\[\\]—–-]");
  private static final Pattern BEFORE = Pattern.compile("^(因|系|经审查)?(属于|涉及|属|涉)?");
  private static final Pattern BEHIND = Pattern.compile("(类|的|信息|申请)$");
  private static final Pattern OF_THE_REST = Pattern.compile("^(其余|其他|另一)?(部分)?");

  /** How, when and with what it was answered, which says nothing of the outcome. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "(已|已经|予以|以)?(书面|口头|电话|当面|邮寄|邮件|网上|按期|按时|如期)?(形式|方式)?(答复|回复|告知|办结|送达|寄出|发送)?(申请人)?"
              + "|(含|附|见|详见|共)?(附件|附表|复印件|电子版|纸质|纸质版|答复书|告知书)?[0-9一二三四五六七八九十]{0,3}[件份页]?"
              + "|全部|全文"
              + "|([0-9]{4}年?)?[0-9]{1,2}月?[0-9]{0,2}[日号]?(答复|回复|办结|送达)?|[0-9]{4,8}");

  private static final Pattern NUMERAL = Pattern.compile("[0-9一二三四五六七八九十]{1,3}");

  private final Map<String, E> words = new HashMap<>();
  private final Map<String, Set<E>> categories = new HashMap<>();
  private final Map<E, Set<E>> mixtures = new HashMap<>();
  private final Set<String> harmless = new LinkedHashSet<>();

  /** Words for a code; a later one for the same word would be a mistake. */
  public Vocabulary<E> put(E meaning, String... texts) {
    for (String text : texts) {
      words.put(bare(text), meaning);
    }
    return this;
  }

  /** Words that only say to which group a code belongs, and no code outside it. */
  public Vocabulary<E> categories(Set<E> codes, String... texts) {
    for (String text : texts) {
      categories.put(bare(text), EnumSet.copyOf(codes));
    }
    return this;
  }

  /** Whether a text is a word for a group of codes alone. */
  public boolean isCategory(String text) {
    return categories.containsKey(bare(text));
  }

  /** A code whose words may be followed by why the rest is otherwise: 部分公开（国家秘密）. */
  public Vocabulary<E> mixture(E meaning, Set<E> reasons) {
    mixtures.put(meaning, EnumSet.copyOf(reasons));
    return this;
  }

  /** What may stand beside a word and leaves its meaning as it is. */
  public Vocabulary<E> harmless(String... texts) {
    for (String text : texts) {
      harmless.add(bare(text));
    }
    return this;
  }

  /** The code that a wording means, if it means one. */
  public Optional<E> find(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String plain =
        NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip()).replaceFirst("");
    return whole(plain).or(() -> parts(plain));
  }

  private Optional<E> whole(String text) {
    String bare = bare(text);
    return simple(bare).or(() -> grouped(bare));
  }

  private Optional<E> simple(String bare) {
    String begun = BEFORE.matcher(bare).replaceFirst("");
    return Stream.of(bare, begun, behind(bare), behind(begun))
        .filter(words::containsKey)
        .findFirst()
        .map(words::get);
  }

  /** What it is, and its group before or behind: 属于国家秘密不予公开. */
  private Optional<E> grouped(String bare) {
    for (Entry<String, Set<E>> category : categories.entrySet()) {
      String group = category.getKey();
      Stream.Builder<String> rests = Stream.builder();
      if (bare.startsWith(group)) {
        rests.add(bare.substring(group.length()));
      }
      if (bare.endsWith(group)) {
        rests.add(bare.substring(0, bare.length() - group.length()));
      }
      Optional<E> meaning =
          rests
              .build()
              .flatMap(rest -> simple(rest).stream())
              .filter(category.getValue()::contains)
              .findFirst();
      if (meaning.isPresent()) {
        return meaning;
      }
    }
    return Optional.empty();
  }

  private static String behind(String bare) {
    return BEHIND.matcher(bare).replaceFirst("");
  }

  /** The first part says what it is, unless it is a group; the others must not say otherwise. */
  private Optional<E> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : BETWEEN.split(text)) {
      String plain = bare(NUMBER.matcher(part).replaceFirst(""));
      if (!plain.isEmpty()) {
        parts.add(plain);
      }
    }
    if (parts.size() < 2) {
      return Optional.empty();
    }
    if (categories.containsKey(parts.get(0))) {
      return agreed(parts);
    }
    Optional<E> first = whole(parts.get(0));
    if (first.filter(mixtures::containsKey).isPresent()) {
      return first.filter(mixture -> isReasoned(mixture, parts.subList(1, parts.size())));
    }
    return first.isPresent() ? agreed(parts) : Optional.empty();
  }

  private boolean isReasoned(E mixture, List<String> rest) {
    return rest.stream()
        .allMatch(
            part -> {
              String reason = OF_THE_REST.matcher(part).replaceFirst("");
              return isHarmless(part)
                  || categories.containsKey(reason)
                  || Stream.of(part, reason)
                      .flatMap(word -> whole(word).stream())
                      .anyMatch(code -> code == mixture || mixtures.get(mixture).contains(code));
            });
  }

  /** The one meaning of all parts, of which each is understood. */
  private Optional<E> agreed(List<String> parts) {
    Set<E> meanings = new LinkedHashSet<>();
    List<Set<E>> groups = new ArrayList<>();
    for (String part : parts) {
      Set<E> group = categories.get(part);
      Optional<E> meaning = whole(part);
      if (group != null) {
        groups.add(group);
      } else if (meaning.isPresent()) {
        meanings.add(meaning.get());
      } else if (!isHarmless(part) || isCodeOfGroup(part, groups)) {
        return Optional.empty();
      }
    }
    if (meanings.isEmpty()) {
      whole(parts.get(0)).ifPresent(meanings::add);
    }
    return meanings.stream()
        .filter(meaning -> meanings.size() == 1)
        .filter(meaning -> groups.stream().allMatch(group -> group.contains(meaning)))
        .findFirst();
  }

  /** In the form, a numeral behind a group is one of its rows: 其他处理（1）. */
  private static boolean isCodeOfGroup(String part, List<?> groupsBefore) {
    return !groupsBefore.isEmpty() && NUMERAL.matcher(part).matches();
  }

  private boolean isHarmless(String part) {
    return harmless.contains(part) || HARMLESS.matcher(part).matches();
  }

  private static String bare(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return SILENT.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
