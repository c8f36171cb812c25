package disclosure.requests.ledger.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What offices call the codes of one kind. A wording may say first what it belongs to, and then
 * what it is, in brackets or behind a dash: 不予公开（国家秘密）. What says two different things is not
 * understood.
 */
public final class Vocabulary<E extends Enum<E>> {

  private static final int MAX_LENGTH = 200;
  private static final Pattern BETWEEN = Pattern.compile("[()\\[\\]【】〔〕:;,，。、/\\\\|—–-]+");
  private static final Pattern NUMBER =
      Pattern.compile("^([(]?[0-9一二三四五六七八九十]{1,3}[).、])+|^三[(][一二三四五六七][)]");
  private static final Pattern SILENT = Pattern.compile("[\\s*\"“”'、,，。/.:()\\[\\]—–-]");
  private static final Pattern BEFORE = Pattern.compile("^(因|系|经审查)?(属于|涉及|属|涉)?");
  private static final Pattern BEHIND = Pattern.compile("(类|的|不予公开|不公开|信息|申请)$");

  private final Map<String, E> words = new HashMap<>();
  private final Set<String> categories = new HashSet<>();

  /** Words for a code; a later one for the same word would be a mistake. */
  public Vocabulary<E> put(E meaning, String... texts) {
    for (String text : texts) {
      words.put(bare(text), meaning);
    }
    return this;
  }

  /** Words that only say to which group a code belongs. */
  public Vocabulary<E> categories(String... texts) {
    for (String text : texts) {
      categories.add(bare(text));
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
    String begun = BEFORE.matcher(bare).replaceFirst("");
    return Stream.of(bare, begun, behind(bare), behind(begun))
        .filter(words::containsKey)
        .findFirst()
        .map(words::get);
  }

  private static String behind(String bare) {
    return BEHIND.matcher(bare).replaceFirst("");
  }

  /** The first part says what it is, unless it is a group; the others must not say otherwise. */
  private Optional<E> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : BETWEEN.split(text)) {
      String plain = NUMBER.matcher(part).replaceFirst("");
      if (!plain.isBlank()) {
        parts.add(plain);
      }
    }
    if (parts.size() < 2) {
      return Optional.empty();
    }
    boolean grouped = categories.contains(bare(parts.get(0)));
    Set<E> meanings = new LinkedHashSet<>();
    for (String part : grouped ? parts.subList(1, parts.size()) : parts) {
      if (!grouped || !categories.contains(bare(part))) {
        whole(part).ifPresent(meanings::add);
      }
    }
    boolean begins = grouped || whole(parts.get(0)).isPresent();
    if (begins && meanings.size() == 1) {
      return meanings.stream().findFirst();
    }
    return grouped && meanings.isEmpty() ? whole(parts.get(0)) : Optional.empty();
  }

  private static String bare(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return SILENT.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
