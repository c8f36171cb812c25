package disclosure.edge.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.edge.testing.openapi.ApiDocument.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the usual linters of OpenAPI find by the rules that they recommend, as far as it is about
 * the document, its paths and operations; {@link UsualSchemaRules} has the rest. Of the licence
 * nothing is asked, since none has been chosen.
 */
final class UsualRules {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "DELETE");
  private static final Set<String> MARKUP = Set.of("<script", "eval(");
  private static final Set<String> TEXTS = Set.of("title", "summary", "description");

  private final ApiDocument document;
  private final List<String> faults = new ArrayList<>();

  private UsualRules(ApiDocument document) {
    this.document = document;
  }

  static List<String> faults(ApiDocument document) {
    UsualRules rules = new UsualRules(document);
    rules.checkInfo();
    rules.checkServers();
    rules.checkTags();
    rules.checkPaths();
    rules.checkSecurity();
    document.operations().forEach(rules::check);
    rules.checkTexts("", document.json());
    rules.faults.addAll(UsualSchemaRules.faults(document));
    return rules.faults;
  }

  private void checkInfo() {
    require(document.json().path("openapi").asText().startsWith("3.1."), "openapi isn't 3.1");
    for (String part : List.of("/title", "/version", "/description", "/contact/name")) {
      require(
          !document.json().path("info").at(part).asText().isBlank(), "info" + part + " is missing");
    }
  }

  private void checkServers() {
    JsonNode servers = document.json().path("servers");
    require(!servers.isEmpty(), "no servers");
    servers.forEach(
        server -> {
          String url = server.path("url").asText();
          require(!url.isEmpty(), "a server without url");
          require(url.equals("/") || !url.endsWith("/"), "server " + url + " ends with a slash");
          require(!url.contains("example.") && !url.contains("localhost"), "server " + url);
          variables(url)
              .forEach(
                  name ->
                      require(
                          server.at("/variables/" + name + "/enum").size() != 0
                              || server.at("/variables/" + name).has("default"),
                          "server variable " + name + " has no values"));
        });
  }

  /** Each is named once and described, and each is used. */
  private void checkTags() {
    Set<String> declared = new HashSet<>();
    document
        .json()
        .path("tags")
        .forEach(
            tag -> {
              String name = tag.path("name").asText();
              require(declared.add(name), "tag " + name + " twice");
              require(!tag.path("description").asText().isBlank(), "tag " + name + " undescribed");
            });
    Set<String> used =
        document.operations().stream()
            .flatMap(operation -> ApiRules.elements(operation.json().path("tags")))
            .map(JsonNode::asText)
            .collect(Collectors.toSet());
    declared.stream()
        .filter(name -> !used.contains(name))
        .forEach(name -> faults.add("tag " + name + " is used by nothing"));
  }

  private void checkPaths() {
    List<String> paths =
        document.json().path("paths").properties().stream()
            .map(Map.Entry::getKey)
            .filter(path -> !path.contains(ApiDocument.OF_TESTS))
            .toList();
    for (String path : paths) {
      require(path.startsWith("/"), path + " begins without a slash");
      require(path.equals("/") || !path.endsWith("/"), path + " ends with a slash");
      require(!path.contains("?") && !path.contains("#"), path + " holds a query");
      require(!path.contains("//") && !path.contains("{}"), path + " has an empty segment");
      require(path.replaceAll("\\{[^{}/]+}", "").matches("[^{}]*"), path + " has odd braces in it");
      List<String> names = variables(path);
      require(names.size() == new HashSet<>(names).size(), path + " names a parameter twice");
    }
    for (int i = 0; i < paths.size(); i++) {
      for (String other : paths.subList(i + 1, paths.size())) {
        require(!areAlike(paths.get(i), other), paths.get(i) + " and " + other + " are alike");
      }
    }
  }

  /** Whether an address could mean either, and neither has more fixed words than the other. */
  private static boolean areAlike(String path, String other) {
    String[] segments = path.split("/");
    String[] others = other.split("/");
    if (segments.length != others.length || variables(path).size() != variables(other).size()) {
      return false;
    }
    for (int i = 0; i < segments.length; i++) {
      boolean fixed = !segments[i].contains("{") && !others[i].contains("{");
      if (fixed && !segments[i].equals(others[i])) {
        return false;
      }
    }
    return true;
  }

  private void checkSecurity() {
    Set<String> used = new TreeSet<>();
    document.operations().stream()
        .flatMap(operation -> ApiRules.elements(operation.json().path("security")))
        .forEach(requirement -> requirement.fieldNames().forEachRemaining(used::add));
    Set<String> defined = new TreeSet<>();
    document
        .json()
        .at("/components/securitySchemes")
        .properties()
        .forEach(
            scheme -> {
              defined.add(scheme.getKey());
              require(
                  !scheme.getValue().path("description").asText().isBlank(),
                  "security scheme " + scheme.getKey() + " undescribed");
            });
    require(used.equals(defined), "security schemes " + defined + " are defined, used " + used);
  }

  private void check(Operation operation) {
    JsonNode json = operation.json();
    require(!json.path("description").asText().isBlank(), operation + " undescribed");
    require(json.path("tags").size() == 1, operation + " has no one tag");
    checkParameters(operation);
    require(
        !WITHOUT_BODY.contains(operation.method()) || !json.has("requestBody"),
        operation + " takes a body");
    Set<String> statuses = new TreeSet<>();
    json.path("responses").fieldNames().forEachRemaining(statuses::add);
    require(
        statuses.stream().anyMatch(one -> one.matches("[23]..")), operation + " never succeeds");
    require(statuses.stream().anyMatch(one -> one.matches("4..")), operation + " never refuses");
    require(
        statuses.stream().allMatch(one -> one.matches("[1-5]\\d\\d")), operation + " " + statuses);
    for (String bodiless : List.of("204", "304")) {
      require(
          document.resolved(json.path("responses").path(bodiless)).path("content").isEmpty(),
          operation + " has content with " + bodiless);
    }
  }

  private void checkParameters(Operation operation) {
    Set<String> paths = new TreeSet<>();
    Set<String> all = new HashSet<>();
    for (JsonNode given : operation.json().path("parameters")) {
      JsonNode parameter = document.resolved(given);
      String name = parameter.path("name").asText();
      String in = parameter.path("in").asText();
      require(all.add(in + " " + name), operation + " takes " + name + " twice");
      require(
          parameter.has("schema") != parameter.has("content"),
          operation + " says no type of " + name);
      require(
          !(parameter.has("example") && parameter.has("examples")),
          operation + " has examples of both kinds of " + name);
      require(
          !parameter.has("example")
              || document.faults(parameter.path("schema"), parameter.path("example")).isEmpty(),
          operation + " has a wrong example of " + name);
      if (in.equals("path")) {
        paths.add(name);
        require(parameter.path("required").asBoolean(), operation + " doesn't need " + name);
      }
    }
    Set<String> named = new TreeSet<>(variables(operation.path()));
    require(paths.equals(named), operation + " names " + named + " and describes " + paths);
  }

  /** What is shown as text is no program, and says something. */
  private void checkTexts(String where, JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String text = field.getValue().asText();
      if (TEXTS.contains(field.getKey()) && field.getValue().isTextual()) {
        require(!text.isBlank(), where + "/" + field.getKey() + " says nothing");
        require(MARKUP.stream().noneMatch(text::contains), where + " holds a program");
      }
      if (!field.getKey().startsWith("example")) {
        checkTexts(where + "/" + field.getKey(), field.getValue());
      }
    }
    if (node.isArray()) {
      node.forEach(element -> checkTexts(where, element));
    }
  }

  private static List<String> variables(String text) {
    Stream<MatchResult> found = VARIABLE.matcher(text).results();
    return found.map(variable -> variable.group(1)).toList();
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      faults.add(otherwise);
    }
  }
}
