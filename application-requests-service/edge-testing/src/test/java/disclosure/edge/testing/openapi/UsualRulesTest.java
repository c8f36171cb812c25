package disclosure.edge.testing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule finds what it is for, in a document that is right but for one place. */
class UsualRulesTest {

  private static final String RIGHT =
      """
      {"openapi": "3.1.0",
       "info": {"title": "A", "version": "1", "description": "It", "contact": {"name": "We"}},
       "servers": [{"url": "/"}],
       "tags": [{"name": "tasks", "description": "What is to do"}],
       "paths": {"/tasks/{id}": {"get": {
         "operationId": "getTask", "summary": "A task", "description": "For everybody",
         "tags": ["tasks"], "security": [{"bearer": []}],
         "parameters": [{"name": "id", "in": "path", "required": true,
                         "schema": {"type": "integer", "minimum": 1, "maximum": 9}}],
         "responses": {
           "200": {"description": "It",
                   "content": {"application/json": {
                     "schema": {"$ref": "#/components/schemas/Task"}}}},
           "404": {"description": "None"}}}}},
       "components": {
         "schemas": {"Task": {
           "type": "object", "required": ["state"],
           "properties": {
             "state": {"type": "string", "enum": ["OPEN", "DONE"], "default": "OPEN"},
             "name": {"type": "string", "pattern": "^[a-z]+$", "examples": ["a"]},
             "days": {"type": "array", "items": {"type": "string", "format": "date"}}}}},
         "securitySchemes": {"bearer": {
           "type": "http", "scheme": "bearer", "description": "A token"}}}}
      """;

  @Test
  void a_right_document_has_nothing_that_they_find() throws Exception {
    assertThat(UsualRules.faults(ApiDocument.parse(RIGHT))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/openapi | \"3.0.3\" | isn't 3.1",
        "/info/contact | {} | info/contact/name is missing",
        "/servers | [] | no servers",
        "/servers/0/url | \"https://api.example.com\" | server https",
        "/servers/0/url | \"/v1/\" | ends with a slash",
        "/servers/0/url | \"/{version}\" | server variable version has no values",
        "/tags/0/description | \"\" | undescribed",
        "/tags/- | {\"name\": \"tasks\", \"description\": \"Again\"} | tag tasks twice",
        "/tags/- | {\"name\": \"more\", \"description\": \"More\"} | used by nothing",
        "/paths/~1tasks~1 | {} | ends with a slash",
        "/paths/tasks | {} | begins without a slash",
        "/paths/~1tasks?all | {} | holds a query",
        "/paths/~1{id}~1{id} | {} | names a parameter twice",
        "/paths/~1tasks~1{number} | {} | are alike",
        "/paths/~1{kind}~1done | {} | are alike",
        "/paths/~1tasks~1{id}/get/description | \"\" | undescribed",
        "/paths/~1tasks~1{id}/get/tags | [] | has no one tag",
        "/paths/~1tasks~1{id}/get/security | [{\"basic\": []}] | security schemes",
        "/paths/~1tasks~1{id}/get/requestBody | {} | takes a body",
        "/paths/~1tasks~1{id}/get/responses | {\"404\": {}} | never succeeds",
        "/paths/~1tasks~1{id}/get/responses | {\"200\": {}} | never refuses",
        "/paths/~1tasks~1{id}/get/responses/4XX | {} | GET /tasks/{id} [",
        "/paths/~1tasks~1{id}/get/responses/204 | {\"content\": {\"a\": {}}} | content with 204",
        "/paths/~1tasks~1{id}/get/parameters | [] | describes []",
        "/paths/~1tasks~1{id}/get/parameters/0/required | false | doesn't need id",
        "/paths/~1tasks~1{id}/get/parameters/0/schema | null | says no type",
        "/paths/~1tasks~1{id}/get/parameters/0/content | {} | says no type",
        "/paths/~1tasks~1{id}/get/parameters/0/example | \"true\" | a wrong example of id",
        "/paths/~1tasks~1{id}/get/parameters/0/schema/maximum | 0 | minimum above maximum",
        "/paths/~1tasks~1{id}/get/summary | \"<script>1</script>\" | holds a program",
        "/components/schemas/Other | {\"type\": \"string\"} | used by nothing",
        "/components/schemas/Task/properties/state/enum | [] | empty enum",
        "/components/schemas/Task/properties/state/enum | [\"OPEN\", 1] | of no type",
        "/components/schemas/Task/properties/state/enum | [\"OPEN\", \"OPEN\"] | twice",
        "/components/schemas/Task/properties/state/default | \"GONE\" | has the value",
        "/components/schemas/Task/properties/name/examples | [\"A1\"] | has the value",
        "/components/schemas/Task/properties/name/pattern | \"[a-z]+\" | matches any part",
        "/components/schemas/Task/properties/name/pattern | \"^[a-$\" | which is none",
        "/components/schemas/Task/properties/name/nullable | true | as in 3.0",
        "/components/schemas/Task/properties/days/items | null | array of anything",
        "/components/schemas/Task/required | [\"other\"] | which it doesn't describe",
        "/components/schemas/Task/properties/days/items/$ref | \"#/components/schemas/No\" | there",
        "/components/schemas/Task/properties/days/items/$ref | \"#/components/schemas/Task\" | beside",
        "/components/schemas/Task/discriminator | {\"mapping\": {\"A\": \"#/no\"}} | tells apart by",
      })
  void what_is_wrong_in_one_place_is_found(String place, String value, String found)
      throws Exception {
    assertThat(UsualRules.faults(ApiDocument.parse(changed(place, value))))
        .as(place)
        .anyMatch(fault -> fault.contains(found));
  }

  /** What is nothing is taken away. */
  private static String changed(String place, String value) throws JsonProcessingException {
    JsonNode document = ApiDocument.JSON.readTree(RIGHT);
    JsonPointer pointer = JsonPointer.compile(place);
    JsonNode holder = document.at(pointer.head());
    String name = pointer.last().getMatchingProperty();
    if (holder instanceof ObjectNode object) {
      if (value.equals("null")) {
        object.remove(name);
      } else {
        object.set(name, ApiDocument.JSON.readTree(value));
      }
    } else if (name.equals("-")) {
      ((com.fasterxml.jackson.databind.node.ArrayNode) holder)
          .add(ApiDocument.JSON.readTree(value));
    }
    return document.toString();
  }
}
