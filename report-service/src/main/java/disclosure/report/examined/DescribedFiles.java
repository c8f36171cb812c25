package disclosure.report.examined;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says of the operations that take files of reports what a body may be beside a form. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DescribedFiles implements OASFilter {

  private static final Set<String> OF_REPORTS =
      Set.of("examineReports", "createExaminationLetter", "createExaminationSummary");

  private static final String OF_ONE = "importPublishedReport";

  @Override
  public Operation filterOperation(Operation operation) {
    boolean several = OF_REPORTS.contains(operation.getOperationId());
    if (several || OF_ONE.equals(operation.getOperationId())) {
      Content content = operation.getRequestBody().getContent();
      FileTypes.OF_ONE.forEach(type -> add(content, type));
      if (several) {
        add(content, FileTypes.ZIP);
      }
    }
    return operation;
  }

  private static void add(Content content, String type) {
    Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    content.addMediaType(
        type,
        OASFactory.createMediaType()
            .schema(type.startsWith("text/") ? schema : schema.format("binary")));
  }
}
