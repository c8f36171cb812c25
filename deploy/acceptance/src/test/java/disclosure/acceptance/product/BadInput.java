package disclosure.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What no proper client sends, in families, chosen by chance. */
final class BadInput {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MAX_DEPTH = 6;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "　",
          "\u0000",
          "\u0007",
          "\u001b[31m",
          "a\r\nb",
          "\u200b",
          "\u202etxt",
          "\ufeff",
          "\ud83d\ude00",
          "\ud840\udc00",
          "e\u0301".repeat(200),
          "é",
          "１２",
          "０１３",
          "ＯＷＮ",
          "ß",
          "İ",
          "\u2f00",
          "' OR '1'='1",
          "\"; DROP TABLE organ; --",
          "%_\\",
          "=1+1",
          "+cmd|' /C calc'!A0",
          "@SUM(1)",
          "\t=1",
          "${jndi:ldap://127.0.0.1:1/a}",
          "{{figures.x}}",
          "{{",
          "#{1+1}",
          "%n%s",
          "{0}",
          "<script>alert(1)</script>",
          "]]>",
          "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
          "../../etc/passwd",
          "..%2f..",
          "CON",
          "http://127.0.0.1:1/",
          "((((((((((((((((",
          "(".repeat(5_000),
          "a".repeat(300),
          "汉".repeat(4_000),
          "a".repeat(70_000),
          "null",
          "true",
          "NaN",
          "-1",
          "0",
          "1e400",
          "99999999999999999999",
          "9223372036854775808",
          "2023-02-29",
          "0000-00-00",
          "0001-01-01",
          "9999-12-31",
          "+10000-01-01",
          "-2024-01-01",
          "2024-03-01T00:00:00+14:00",
          "2024-13",
          "2024-Q5",
          "018E0F6A-6C1E-7D30-9C55-3F0C9F1F4A99",
          "018e0f6a-6c1e-7d30-9c55-3f0c9f1f4a99",
          "111411240123456713 ",
          "111411240123456714");

  private final Random chance;
  private final List<String> known;

  /**
   * @param known what exists, so that not everything ends at the door
   */
  BadInput(Random chance, List<String> known) {
    this.chance = chance;
    this.known = known;
  }

  /** A value for a parameter: often one that makes sense, so that more than its form is tried. */
  String parameter(String name) {
    int kind = chance.nextInt(10);
    if (kind < 6) {
      String word = name.toLowerCase(Locale.ROOT);
      List<String> fitting =
          known.stream()
              .filter(
                  value ->
                      word.contains("organ") || word.equals("under")
                          ? value.length() == 18
                          : word.contains("year")
                              ? value.matches("20\\d\\d")
                              : word.equals("id") && value.length() == 36)
              .toList();
      return any(fitting.isEmpty() ? known : fitting);
    }
    return kind < 7 ? any(known) : shortened(any(TEXTS));
  }

  /** An address has to fit into a request line. */
  private static String shortened(String text) {
    return text.length() > 700 ? text.substring(0, 700) : text;
  }

  /** A body for the schema: mostly one with one or two mistakes, sometimes no JSON at all. */
  byte[] body(DocumentedOperation operation, JsonNode schema) {
    return switch (chance.nextInt(20)) {
      case 0 -> "[".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
      case 1 -> "{\"a\":".repeat(3_000).getBytes(StandardCharsets.US_ASCII);
      case 2 -> new byte[0];
      case 3 -> new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0};
      case 4 -> noise();
      case 5 -> ("\ufeff" + sample(operation, schema, 0)).getBytes(StandardCharsets.UTF_8);
      case 6 -> (sample(operation, schema, 0) + "{}").getBytes(StandardCharsets.UTF_8);
      case 7 -> twice(sample(operation, schema, 0)).getBytes(StandardCharsets.UTF_8);
      case 8 -> ("[" + "0,".repeat(60_000) + "0]").getBytes(StandardCharsets.US_ASCII);
      case 9 -> sample(operation, schema, 0).toString().getBytes(StandardCharsets.UTF_8);
      default -> spoilt(sample(operation, schema, 0)).toString().getBytes(StandardCharsets.UTF_8);
    };
  }

  /** A body of no JSON: lines, tables, bytes. */
  byte[] other(DocumentedOperation operation, JsonNode schema) {
    return switch (chance.nextInt(6)) {
      case 0 -> noise();
      case 1 -> "(".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
      case 2 -> ("\"" + "a,".repeat(30_000)).getBytes(StandardCharsets.US_ASCII);
      case 3 -> "PK\u0003\u0004zzzz".getBytes(StandardCharsets.ISO_8859_1);
      case 4 -> ("收到日期,申请人\n" + any(TEXTS) + "," + any(TEXTS)).getBytes(StandardCharsets.UTF_8);
      default ->
          (new String(body(operation, schema), StandardCharsets.ISO_8859_1) + "\n{}\n\n")
              .getBytes(StandardCharsets.ISO_8859_1);
    };
  }

  private byte[] noise() {
    byte[] bytes = new byte[200];
    chance.nextBytes(bytes);
    return bytes;
  }

  private static String twice(JsonNode object) {
    String text = object.toString();
    Iterator<String> names = object.fieldNames();
    return names.hasNext() && text.endsWith("}")
        ? text.substring(0, text.length() - 1) + ",\"" + names.next() + "\":1}"
        : text + text;
  }

  /** What fits the schema, more or less. */
  private JsonNode sample(DocumentedOperation operation, JsonNode schema, int depth) {
    JsonNode type = operation.resolved(schema);
    if (depth > MAX_DEPTH) {
      return NODES.nullNode();
    }
    for (String choice : List.of("oneOf", "anyOf", "allOf")) {
      if (type.path(choice).size() > 0) {
        JsonNode some = type.get(choice);
        return sample(operation, some.get(chance.nextInt(some.size())), depth + 1);
      }
    }
    if (type.path("enum").size() > 0) {
      return type.get("enum").get(chance.nextInt(type.get("enum").size()));
    }
    String name =
        type.path("type").isArray() ? type.at("/type/0").asText() : type.path("type").asText();
    return switch (name) {
      case "array" -> {
        ArrayNode array = NODES.arrayNode();
        for (int i = chance.nextInt(3); i >= 0; i--) {
          array.add(sample(operation, type.path("items"), depth + 1));
        }
        yield array;
      }
      case "integer" -> NODES.numberNode(List.of(0, 1, 3, 15, 2024).get(chance.nextInt(5)));
      case "number" -> NODES.numberNode(1.5);
      case "boolean" -> NODES.booleanNode(chance.nextBoolean());
      case "string" ->
          NODES.textNode(type.path("format").asText().equals("date") ? "2024-03-05" : any(known));
      default -> {
        ObjectNode object = NODES.objectNode();
        type.path("properties")
            .properties()
            .forEach(
                field -> {
                  if (chance.nextInt(10) < 8) {
                    object.set(field.getKey(), sample(operation, field.getValue(), depth + 1));
                  }
                });
        yield object;
      }
    };
  }

  /** The same with one value or two that are none. */
  private JsonNode spoilt(JsonNode sound) {
    List<Runnable> places = new ArrayList<>();
    JsonNode copy = sound.deepCopy();
    collect(copy, places);
    if (places.isEmpty()) {
      return value();
    }
    for (int i = chance.nextInt(2); i >= 0; i--) {
      places.get(chance.nextInt(places.size())).run();
    }
    return copy;
  }

  private void collect(JsonNode node, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      object
          .fieldNames()
          .forEachRemaining(
              name -> {
                places.add(() -> object.set(name, value()));
                collect(object.get(name), places);
              });
      places.add(() -> object.set("version", value()));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        places.add(() -> array.set(index, value()));
        collect(array.get(i), places);
      }
    }
  }

  private JsonNode value() {
    return switch (chance.nextInt(15)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.numberNode(-1);
      case 2 -> NODES.numberNode(Long.MAX_VALUE);
      case 3 -> NODES.numberNode(1e308);
      case 4 -> NODES.numberNode(0.5);
      case 5 -> NODES.booleanNode(true);
      case 6 -> NODES.arrayNode();
      case 7 -> NODES.objectNode();
      case 8 -> NODES.arrayNode().add(NODES.arrayNode());
      case 9 -> NODES.objectNode().put("a", 1);
      case 10 -> NODES.numberNode(new BigDecimal("1E+2147483647"));
      default -> TextNode.valueOf(any(TEXTS));
    };
  }

  private String any(List<String> texts) {
    return texts.get(chance.nextInt(texts.size()));
  }
}
