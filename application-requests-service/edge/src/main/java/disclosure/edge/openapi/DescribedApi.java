package disclosure.edge.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** Whom the product's own documents can name. */
  private static final String CONTACT = "the office that runs this service";

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
    document.getInfo().setContact(OASFactory.createContact().name(CONTACT));
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
    List<String> roles = secure(operation);
    operation.setDescription(
        Stream.concat(Stream.ofNullable(operation.getDescription()), Stream.of(forWhom(roles)))
            .collect(Collectors.joining("\n\n")));
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

  private static String forWhom(List<String> roles) {
    return roles.isEmpty()
        ? "For everybody, without a token; with one, it may say more."
        : "For clients with " + String.join(" or ", roles) + " among their roles.";
  }

  /**
   * What is public says more to whoever has a token.
   *
   * @return the roles of which one is needed; none where no token is
   */
  private static List<String> secure(Operation operation) {
    List<SecurityRequirement> scanned = operation.getSecurity();
    if (scanned == null || scanned.isEmpty()) {
      operation.setSecurity(
          List.of(
              OASFactory.createSecurityRequirement(),
              OASFactory.createSecurityRequirement().addScheme(BEARER)));
      return List.of();
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
      return roles;
    }
  }
}
