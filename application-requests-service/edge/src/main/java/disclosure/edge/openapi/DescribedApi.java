package disclosure.edge.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** Completes the document that was read from a service's resources, before it is packaged. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = DescribedApi.LATE)
public class DescribedApi implements OASFilter {

  /** A service's own filters come before. */
  static final int LATE = -1000;

  private static final String BEARER = "bearer";

  /** The scanner's own words for a success. */
  private static final Set<String> SCANNED = Set.of("", "OK", "Created", "Accepted", "No Content");

  private final IndexView classes;

  /**
   * For the service whose classes these are.
   *
   * @param classes also those of its libraries that are looked over when it is built
   */
  public DescribedApi(IndexView classes) {
    this.classes = classes;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    document.setServers(
        List.of(OASFactory.createServer().url("/").description("where this document is read")));
    document
        .getComponents()
        .addSecurityScheme(
            BEARER,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(
                    "A token of the OIDC issuer, such as one that a client gets for its id and"
                        + " secret. Its roles say what the client may do, its claim organs for"
                        + " whom. The roles of a requirement are alternatives."));
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> complete(path, method, operation)));
    RequiredProperties.describe(document, classes);
    ValueTypes.describe(document);
    Problems.describe(document);
    ParameterTexts.describe(document);
    ParameterValues.describe(document);
    Forms.describe(document);
    ValueTypes.tidy(document);
    Descriptions.describe(document);
    Examples.add(document);
  }

  private static void complete(String path, HttpMethod method, Operation operation) {
    secure(operation);
    describeSuccess(method, operation);
    Problems.add(path, method, operation);
  }

  /** In words, where the resource says nothing. */
  private static void describeSuccess(HttpMethod method, Operation operation) {
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              String text = response.getDescription();
              if (status.startsWith("2") && (text == null || SCANNED.contains(text))) {
                response.setDescription(
                    method == HttpMethod.GET ? "What was asked for" : "It is done");
              }
            });
  }

  /** What is public says more to whoever has a token. */
  private static void secure(Operation operation) {
    List<SecurityRequirement> scanned = operation.getSecurity();
    if (scanned == null || scanned.isEmpty()) {
      operation.setSecurity(
          List.of(
              OASFactory.createSecurityRequirement(),
              OASFactory.createSecurityRequirement().addScheme(BEARER)));
    } else {
      List<String> roles =
          scanned.stream()
              .map(SecurityRequirement::getSchemes)
              .flatMap(schemes -> schemes.values().stream())
              .flatMap(List::stream)
              .distinct()
              .toList();
      operation.setSecurity(
          List.of(OASFactory.createSecurityRequirement().addScheme(BEARER, roles)));
    }
  }
}
