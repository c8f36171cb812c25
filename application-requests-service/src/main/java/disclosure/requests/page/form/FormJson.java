package disclosure.requests.page.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import disclosure.edge.look.WrittenNumber;
import disclosure.edge.page.PostedForm;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.steps.StepAttribute;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * What was filled in, as the JSON that a program would have sent: it is then read, and refused, as
 * that is. What is left empty is absent; what is there more often than there is room for is refused
 * here, since nobody would see which of it was taken.
 */
public final class FormJson {

  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final PostedForm form;

  /** Of what was filled in. */
  public FormJson(PostedForm form) {
    this.form = form;
  }

  /** The same with a text of ours. */
  public FormJson with(String name, String value) {
    json.put(name, value);
    return this;
  }

  /** The same with a number of ours. */
  public FormJson with(String name, int value) {
    json.put(name, value);
    return this;
  }

  /** The same with what was filled in for the attributes. */
  public FormJson with(List<StepAttribute> attributes) {
    attributes.forEach(attribute -> put(json, "", attribute));
    return this;
  }

  /** The same with an object that is there, be it empty, so that what it lacks is named. */
  public FormJson having(String object) {
    if (!json.has(object)) {
      json.putObject(object);
    }
    return this;
  }

  /** In UTF-8. */
  public byte[] bytes() {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void put(ObjectNode object, String path, StepAttribute attribute) {
    Type type = attribute.type();
    String name = path + attribute.name();
    if (type instanceof Class<?> part && part.isRecord() && !isScalar(part)) {
      ObjectNode inner = object(name + ".", StepAttribute.within(part.asSubclass(Record.class)));
      if (!inner.isEmpty()) {
        object.set(attribute.name(), inner);
      }
    } else if (type instanceof ParameterizedType many && many.getRawType() == List.class) {
      List<StepAttribute> fields = StepAttribute.within(row(many));
      Rows rows = new Rows(name, fields.stream().map(StepAttribute::name).toList());
      if (form.names().stream()
          .filter(rows::lacks)
          .anyMatch(other -> !form.filled(other).isEmpty())) {
        throw Refusal.invalid(InputFault.TOO_MANY_VALUES.at(name, Expected.atMost(Rows.MOST)));
      }
      List<Integer> filled = rows.filled(form::all);
      if (!filled.isEmpty()) {
        ArrayNode array = object.putArray(attribute.name());
        filled.forEach(row -> array.add(object(rows.at(row), fields)));
      }
    } else if (type instanceof ParameterizedType many && many.getRawType() == Set.class) {
      List<String> values = form.filled(name);
      if (!values.isEmpty()) {
        values.forEach(object.putArray(attribute.name())::add);
      }
    } else {
      form.one(name)
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> put(object, attribute.name(), type, text));
    }
  }

  private ObjectNode object(String path, List<StepAttribute> fields) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    fields.forEach(field -> put(object, path, field));
    return object;
  }

  private static Class<? extends Record> row(ParameterizedType many) {
    return ((Class<?>) many.getActualTypeArguments()[0]).asSubclass(Record.class);
  }

  /** A record that is one word in JSON. */
  public static boolean isScalar(Class<?> type) {
    return type == OrganCode.class;
  }

  private static void put(ObjectNode object, String name, Type type, String text) {
    String plain = Typed.plainly(type, text);
    if (type == Boolean.class) {
      object.put(name, !plain.equals("false"));
    } else if (type == Integer.class || type == BigDecimal.class) {
      // As it was written: 20 is no 2E+1; what is no number is left to be refused.
      object.set(
          name,
          WrittenNumber.read(plain)
              .<JsonNode>map(DecimalNode::valueOf)
              .orElseGet(() -> TextNode.valueOf(plain)));
    } else {
      object.put(name, plain);
    }
  }
}
