package disclosure.edge.openapi;

import disclosure.edge.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What a parameter means that has the same name everywhere. */
final class ParameterTexts {

  /** What isn't told more closely stands in one line. */
  static final String LINE = "^[^\\x00-\\x1F\\x7F]*$";

  private record Text(String description, Schema schema) {}

  private static final Map<String, Text> TEXTS =
      Map.ofEntries(
          organ("organ", "the organ that is asked about"),
          organ("organCode", "the organ"),
          organ("parent", "the organ directly above"),
          organ("under", "the organ above, at whatever distance; together with asOf"),
          organs("without", "organs that are left out, since they publish a report of their own"),
          year("year", "the calendar year"),
          day("from", "the first day of the period"),
          day("to", "the last day of the period"),
          day("on", "the day; today when none is given"),
          day("asOf", "as it was on that day"),
          day("receivedFrom", "received on that day or later"),
          day("receivedTo", "received on that day or earlier"),
          day("concludedFrom", "concluded on that day or later"),
          day("concludedTo", "concluded on that day or earlier"),
          day("dueFrom", "due on that day or later"),
          day("dueTo", "due on that day or earlier"),
          text("quarter", "a quarter, in place of a year", "2025-Q1"),
          text("month", "a month, in place of a year", "2025-03"),
          moment("knownAt", "only what was recorded up to that moment"),
          text(
              "scope",
              "which organs: OWN the organ alone, LEVEL with the departments directly below,"
                  + " SUBTREE (in reports REGION) with all below",
              "OWN"),
          text("after", "where the page before ended: taken from its next", "^\\S+$", null),
          text("before", "where the page before ended", "^\\S+$", null),
          number("limit", "how many entries a page has at most", 50),
          text(
              "If-Match",
              "the ETag that was read: the change is made to that version alone",
              "^(\\*|(W/)?\"[^\"]*\")$",
              "\"1\""),
          text(
              "Idempotency-Key",
              "a name of the client's own for this request: sent again with it, it is done once",
              "^[\\x21-\\x7E]{1,128}$",
              "3f0a1d62-8d3b-4d0e-9f55-0c1f0b7f1c11"),
          text(
              "Accept-Language",
              "the language of what is said in words: zh-CN or en",
              "^[A-Za-z0-9*,;=. -]+$",
              "zh-CN"),
          text(
              "ticket",
              "in place of a token, where no header can be sent: opens the stream once",
              "^[A-Za-z0-9_-]{43}$",
              null),
          text("Last-Event-ID", "the id of the last event that the client has", "^\\S*$", null),
          text("format", "the form of the answer", null),
          text("name", "a part of the name", "教育局"),
          text("row", "a row of the form by its code; without one, all", "DISCLOSED"),
          text("column", "an applicant type, or TOTAL", "NATURAL_PERSON"),
          text("by", "the figure that orders the list", null),
          text("ended", "true: only the organs that ended in the period", "true"),
          text("sort", "the order of the list", null),
          text("basis", "how the fee is charged: BY_ITEM or BY_PAGE", "BY_PAGE"),
          number("quantity", "how many items or pages", 40),
          number("workingDays", "how many working days ahead", 5),
          text(
              "acceptDuplicates",
              "true: take rows whose number another client has registered for the organ",
              "true"),
          text("soundOnly", "true: take the sound rows, and leave the others out", "true"),
          text("change", "what was done with the row", "DIFFERS"),
          text("kind", "what the word stands for", "CHANNEL"),
          text("word", "the word, as it stands in ledgers", "平信"),
          text("meaning", "the code that it means; none to forget it", "POST"),
          text("dryRun", "true: say what is wrong, and store nothing", "true"),
          text("division", "a place by its code (GB/T 2260)", "141124"),
          text("topic", "a topic of Kafka", "disclosure.applications"),
          text("key", "the key of its records", null),
          text("action", "what was done", "REGISTER"),
          text("client", "by whom: the id of a client", "recorder"),
          text("person", "by whom who signed in at a client, as the issuer names him", "wang.li"),
          text("subject", "a part of the subject", null),
          text("handler", "who handles it, as the office put it", null),
          text("sourceReference", "the office's own number, whole", "2025-001"),
          text("sourceReferencePrefix", "what the office's own number begins with", "2025-"),
          text("documentNumber", "文号 of the answer", null),
          number("block", "the number of a block that was noted earlier", 1),
          text("digest", "its digest, as it was noted", null),
          text(
              "revision", "a published revision by its number; the newest when none is given", "1"),
          number("version", "a version of the draft", 1),
          number("check", "the number of the check", 1),
          number("number", "its number in the list", 1),
          text("figure", "the name of a figure that adds up", "matrix.NEWLY_RECEIVED.total"),
          text("prefix", "how the names begin", "matrix."),
          text("failed", "true: only those that failed", "true"),
          text("overdue", "true: only those whose due date has passed", "true"));

  private ParameterTexts() {}

  static void describe(OpenAPI document) {
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .values()
                    .forEach(
                        operation ->
                            Optional.ofNullable(operation.getParameters())
                                .orElseGet(List::of)
                                .forEach(parameter -> describe(path, parameter))));
  }

  private static void describe(String path, Parameter parameter) {
    Text text = parameter.getName().equals("id") ? id(path) : TEXTS.get(parameter.getName());
    if (text == null) {
      return;
    }
    if (parameter.getDescription() == null) {
      parameter.setDescription(text.description());
    }
    if (isPlain(parameter.getSchema())) {
      parameter.setSchema(text.schema());
    }
  }

  /** Whether the resource says no more of it than that it is a text, or a list of texts. */
  private static boolean isPlain(Schema schema) {
    return schema == null
        || schema.getRef() == null
            && schema.getEnumeration() == null
            && schema.getAnyOf() == null
            && schema.getPattern() == null;
  }

  private static Text id(String path) {
    return path.contains("/parked/")
        ? number("id", "its number", 1).getValue()
        : new Text(
            "its id", string().format("uuid").addExample("01976d3c-4b7a-7cc3-a3f1-5c3b9a1f7e21"));
  }

  private static Map.Entry<String, Text> organ(String name, String description) {
    return Map.entry(
        name, new Text(description, OASFactory.createSchema().ref(ValueTypes.ORGAN_CODE)));
  }

  private static Map.Entry<String, Text> organs(String name, String description) {
    return Map.entry(
        name,
        new Text(
            description,
            OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .maxItems(Parameters.MAX_ORGANS)
                .items(OASFactory.createSchema().ref(ValueTypes.ORGAN_CODE))));
  }

  private static Map.Entry<String, Text> year(String name, String description) {
    return Map.entry(
        name,
        new Text(
            description,
            OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format("int32")
                .addExample(2025)));
  }

  private static Map.Entry<String, Text> number(String name, String description, int example) {
    return Map.entry(
        name,
        new Text(
            description,
            OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format("int64")
                .addExample(example)));
  }

  private static Map.Entry<String, Text> day(String name, String description) {
    return Map.entry(name, new Text(description, string().format("date").addExample("2025-03-03")));
  }

  private static Map.Entry<String, Text> moment(String name, String description) {
    return Map.entry(
        name,
        new Text(description, string().format("date-time").addExample("2026-01-15T00:00:00Z")));
  }

  private static Map.Entry<String, Text> text(String name, String description, String example) {
    return text(name, description, LINE, example);
  }

  private static Map.Entry<String, Text> text(
      String name, String description, String pattern, String example) {
    Schema schema = string().pattern(pattern);
    if (example != null) {
      schema.addExample(example);
    }
    return Map.entry(name, new Text(description, schema));
  }

  private static Schema string() {
    return OASFactory.createSchema().addType(SchemaType.STRING);
  }
}
