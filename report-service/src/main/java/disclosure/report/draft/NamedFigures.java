package disclosure.report.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.report.content.NamedFigure;
import disclosure.report.fault.ReportFault;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stores named figures as JSON, and makes sure that they refer to each other. What a newer release
 * stored beside them is passed over. What isn't entered yet is stored as less than nothing, which
 * the release before can read, and refuses to save.
 */
@Converter
class NamedFigures implements AttributeConverter<List<NamedFigure>, String> {

  private static final long MISSING = -1;

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  @Override
  public String convertToDatabaseColumn(List<NamedFigure> figures) {
    try {
      return JSON.writeValueAsString(
          figures.stream()
              .map(figure -> figure.with(figure.value().or(() -> Optional.of(MISSING))))
              .toList());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public List<NamedFigure> convertToEntityAttribute(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<NamedFigure>>() {}).stream()
          .map(figure -> figure.with(figure.value().filter(value -> value >= 0)))
          .toList();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Each name once, and parts that are there and not their own whole.
   *
   * @throws Refusal 400, naming every field at fault
   */
  static void require(List<NamedFigure> figures) {
    List<Fault> faults = new ArrayList<>();
    Set<String> all = figures.stream().map(NamedFigure::name).collect(Collectors.toSet());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < figures.size(); i++) {
      NamedFigure figure = figures.get(i);
      String field = "figures[" + i + "]";
      if (!seen.add(figure.name())) {
        faults.add(ReportFault.FIGURE_NAME_TAKEN.at(field + ".name"));
      }
      Set<String> parts = new HashSet<>();
      for (int part = 0; part < figure.parts().size(); part++) {
        String name = figure.parts().get(part);
        String place = field + ".parts[" + part + "]";
        if (!all.contains(name) || name.equals(figure.name())) {
          faults.add(ReportFault.NOT_ANOTHER_FIGURE.at(place));
        } else if (!parts.add(name)) {
          faults.add(ReportFault.REPEATED_PART.at(place));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }
}
