package disclosure.statistics.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.statistics.contract.Json.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example tables fit the schemas and the records; spoilt ones fit neither. */
class TablesTest {

  @ParameterizedTest
  @EnumSource
  void an_example_fits_its_schema(Table table) {
    assertThat(Json.violations(table, example(table))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void an_example_is_read_and_written_back_the_same(Table table) throws Exception {
    byte[] written = Json.MAPPER.writeValueAsBytes(read(table, example(table)));

    assertThat(Json.MAPPER.readTree(written)).isEqualTo(example(table));
  }

  @Test
  void a_row_is_written_with_its_number_and_words_first() throws Exception {
    String json =
        Json.MAPPER.writeValueAsString(
            Json.MAPPER.treeToValue(example(Table.MATRIX), Matrix.class).rows().get(12));

    assertThat(json)
        .startsWith(
            "{\"code\":\"NOT_HELD\",\"number\":\"三（四）1\",\"label\":\"本机关不掌握相关政府信息\","
                + "\"counts\":{\"NATURAL_PERSON\":21,");
  }

  @ParameterizedTest
  @EnumSource
  void a_reader_survives_properties_that_it_does_not_know(Table table) throws Exception {
    ObjectNode data = example(table);
    data.put("addedLater", 1);
    ((ObjectNode) data.at("/rows/0")).put("addedLater", 1);

    assertThat(Json.violations(table, data)).isEmpty();
    assertThat(read(table, data)).isEqualTo(read(table, example(table)));
  }

  @ParameterizedTest
  @EnumSource
  void a_table_without_a_required_property_is_refused(Table table) {
    for (JsonNode property : Json.resource(table.schema).path("required")) {
      ObjectNode data = example(table);
      data.remove(property.asText());
      assertRefused(table, data);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_table_without_one_of_its_rows_is_refused(Table table) {
    ObjectNode data = example(table);
    ((ArrayNode) data.path("rows")).remove(1);
    assertRefused(table, data);
  }

  @ParameterizedTest
  @EnumSource
  void a_table_with_a_row_too_many_is_refused(Table table) {
    ObjectNode data = example(table);
    ArrayNode rows = (ArrayNode) data.path("rows");
    rows.add(rows.get(1).deepCopy());
    assertRefused(table, data);
  }

  @ParameterizedTest
  @EnumSource
  void a_table_with_two_rows_exchanged_is_refused(Table table) {
    ObjectNode data = example(table);
    ArrayNode rows = (ArrayNode) data.path("rows");
    rows.insert(0, rows.remove(1));
    assertRefused(table, data);
  }

  @Test
  void a_missing_count_is_not_a_zero() {
    ObjectNode data = example(Table.MATRIX);
    ((ObjectNode) data.at("/rows/3/counts")).remove("RESEARCH_INSTITUTION");
    assertRefused(Table.MATRIX, data);
  }

  @Test
  void a_negative_count_is_refused() {
    ObjectNode data = example(Table.MATRIX);
    ((ObjectNode) data.at("/rows/3/counts")).put("RESEARCH_INSTITUTION", -1);
    assertRefused(Table.MATRIX, data);
  }

  private static void assertRefused(Table table, JsonNode data) {
    assertThat(Json.violations(table, data)).isNotEmpty();
    assertThatThrownBy(() -> read(table, data)).isInstanceOf(JsonProcessingException.class);
  }

  private static Record read(Table table, JsonNode data) throws JsonProcessingException {
    return Json.MAPPER.treeToValue(data, table.record);
  }

  private static ObjectNode example(Table table) {
    return (ObjectNode) Json.resource(table.example);
  }
}
