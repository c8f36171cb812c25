package disclosure.requests.ledger.words;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The words of organs, in plain SQL. */
@ApplicationScoped
public class StoredWords {

  private final RegisterReader register;

  StoredWords(RegisterReader register) {
    this.register = register;
  }

  private record Row(String kind, String word, String meaning) {
    /** None of a kind that only a newer release knows. */
    Stream<OwnWord> words() {
      return Arrays.stream(WordKind.values())
          .filter(known -> known.name().equals(kind))
          .map(known -> new OwnWord(known, word, meaning));
    }
  }

  /** What the words of an organ mean. */
  public OwnWords of(OrganCode organ) throws SQLException {
    return new OwnWords(list(organ));
  }

  /** Some of an organ's words in their order, of the kinds that this release knows. */
  List<OwnWord> page(OrganCode organ, WordToken after, int limit) throws SQLException {
    return register.read(
        new Reach(false, Set.of(organ)),
        connection ->
            Sql.of(
                    connection,
                    """
                    SELECT kind, word, meaning FROM ledger_word
                     WHERE organ_code = :organ AND kind = ANY (:kinds)
                       AND (kind, folded) > (:kind, :folded)
                     ORDER BY kind, folded
                     LIMIT :limit
                    """)
                .with("organ", organ)
                .array("kinds", "text", List.of(WordKind.values()))
                .with("kind", after.kind())
                .with("folded", after.folded())
                .with("limit", limit)
                .list(Row.class)
                .stream()
                .flatMap(Row::words)
                .toList());
  }

  private List<OwnWord> list(OrganCode organ) throws SQLException {
    return register.read(
        new Reach(false, Set.of(organ)),
        connection ->
            Sql.of(
                    connection,
                    """
                    SELECT kind, word, meaning FROM ledger_word
                     WHERE organ_code = :organ ORDER BY kind, folded
                    """)
                .with("organ", organ)
                .list(Row.class)
                .stream()
                .flatMap(Row::words)
                .toList());
  }

  /** Keeps a word, in the place of the same one, unless there are too many; false if so. */
  boolean put(Connection connection, OrganCode organ, OwnWord word, int most) throws SQLException {
    return Sql.of(
                connection,
                """
                INSERT INTO ledger_word (organ_code, kind, folded, word, meaning)
                SELECT :organ, :kind, :folded, :word, :meaning
                 WHERE (SELECT count(*) FROM ledger_word
                         WHERE organ_code = :organ AND (kind, folded) <> (:kind, :folded)) < :most
                ON CONFLICT (organ_code, kind, folded)
                   DO UPDATE SET word = excluded.word, meaning = excluded.meaning
                """)
            .with("organ", organ)
            .with("kind", word.kind())
            .with("folded", OwnWords.folded(word.word()))
            .with("word", word.word())
            .with("meaning", word.meaning())
            .with("most", most)
            .update()
        == 1;
  }

  void delete(Connection connection, OrganCode organ, WordKind kind, String word)
      throws SQLException {
    Sql.of(
            connection,
            """
            DELETE FROM ledger_word
             WHERE organ_code = :organ AND kind = :kind AND folded = :folded
            """)
        .with("organ", organ)
        .with("kind", kind)
        .with("folded", OwnWords.folded(word))
        .update();
  }
}
