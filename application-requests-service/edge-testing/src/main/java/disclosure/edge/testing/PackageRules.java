package disclosure.edge.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the packages of a service hold, by its sources: how much, and which tables they name in SQL.
 *
 * @param sources where the packages lie
 * @param schema the schema's name, which may stand before a table's
 */
public record PackageRules(Path sources, String schema) {

  /** More lines than a package may have. */
  public static final long MAX_LINES = 2_000;

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
  private static final Pattern MADE_OR_GONE =
      Pattern.compile(
          "(CREATE|DROP) TABLE ([a-z_]++)(?!%)|ALTER TABLE ([a-z_]++) RENAME TO ([a-z_]++)");
  private static final Set<String> WRITING =
      Set.of("INTO", "UPDATE", "DELETE FROM", "LOCK TABLE", "TRUNCATE");

  /** How many lines each package has. */
  public Map<String, Long> lines() {
    Map<String, Long> lines = new TreeMap<>();
    javaFiles()
        .forEach(
            file ->
                lines.merge(packageOf(file), SourceFiles.text(file).lines().count(), Long::sum));
    return lines;
  }

  /**
   * Where a table is named by a package that may not.
   *
   * @param owners the package of each table
   * @param readers packages with the tables of others that they read, and never write
   * @param writers packages with the tables of others that they write too
   */
  public Set<String> trespasses(
      Map<String, String> owners,
      Map<String, Set<String>> readers,
      Map<String, Set<String>> writers) {
    Pattern named =
        Pattern.compile(
            "\\b(FROM|JOIN|USING|INTO|UPDATE|DELETE FROM|LOCK TABLE|TRUNCATE)\\s+(?:ONLY\\s+)?"
                + "(?:"
                + schema
                + "\\.)?([a-z_]+)\\b");
    Set<String> trespasses = new TreeSet<>();
    for (Path file : javaFiles()) {
      String name = packageOf(file);
      Matcher found = named.matcher(COMMENT.matcher(SourceFiles.text(file)).replaceAll(""));
      while (found.find()) {
        String table = found.group(2);
        boolean may =
            !owners.containsKey(table)
                || owners.get(table).equals(name)
                || writers.getOrDefault(name, Set.of()).contains(table)
                || readers.getOrDefault(name, Set.of()).contains(table)
                    && !WRITING.contains(found.group(1));
        if (!may) {
          trespasses.add(file.getFileName() + ": " + found.group());
        }
      }
    }
    return trespasses;
  }

  /** The tables that there are after all migrations. */
  public static Set<String> tables() {
    Set<String> tables = new TreeSet<>();
    for (Path migration : SourceFiles.below(MIGRATIONS, ".sql")) {
      Matcher table = MADE_OR_GONE.matcher(SourceFiles.text(migration));
      while (table.find()) {
        if (table.group(1) == null) {
          tables.remove(table.group(3));
          tables.add(table.group(4));
        } else if (table.group(1).equals("CREATE")) {
          tables.add(table.group(2));
        } else {
          tables.remove(table.group(2));
        }
      }
    }
    return tables;
  }

  private List<Path> javaFiles() {
    return SourceFiles.below(sources, ".java");
  }

  private String packageOf(Path file) {
    return sources.relativize(file.getParent()).toString().replace('/', '.');
  }
}
