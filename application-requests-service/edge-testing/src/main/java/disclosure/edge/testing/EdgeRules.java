package disclosure.edge.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;

/** Rules that hold for the code of every service. */
public final class EdgeRules {

  @ArchTest
  public static final ArchRule resources_stay_inside_their_feature =
      classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();

  @ArchTest
  public static final ArchRule every_endpoint_says_who_may_call_it =
      methods()
          .that()
          .areAnnotatedWith(GET.class)
          .or()
          .areAnnotatedWith(PUT.class)
          .or()
          .areAnnotatedWith(POST.class)
          .and()
          .areDeclaredInClassesThat()
          .areNotInterfaces()
          .should()
          .beAnnotatedWith(RolesAllowed.class)
          .orShould()
          .beAnnotatedWith(PermitAll.class)
          .orShould()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(RolesAllowed.class);

  @ArchTest
  public static final ArchRule sql_is_written_and_read_by_names =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "it sets a parameter or gets a column by position",
                  (JavaMethodCall call) ->
                      isByPosition(call, PreparedStatement.class, "set", 2)
                          || isByPosition(call, ResultSet.class, "get", 1)));

  @ArchTest
  public static final ArchRule no_link_names_the_host_that_the_client_names =
      noClasses()
          .that()
          .resideOutsideOfPackage("disclosure.edge")
          .should()
          .callMethodWhere(
              describe(
                  "it takes the address from the request, or completes it by that",
                  (JavaMethodCall call) ->
                      call.getTargetOwner().isAssignableTo(UriInfo.class)
                              && call.getName().matches("get(RequestUri|AbsolutePath|BaseUri).*")
                          || call.getTargetOwner().isAssignableTo(Response.ResponseBuilder.class)
                              && call.getName().matches("location|contentLocation")
                          || call.getTargetOwner().isEquivalentTo(Response.class)
                              && call.getName().matches("created|seeOther|temporaryRedirect")));

  private EdgeRules() {}

  private static boolean isByPosition(
      JavaMethodCall call, Class<?> owner, String verb, int fewestParameters) {
    List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
    return call.getTargetOwner().isAssignableTo(owner)
        && call.getName().startsWith(verb)
        && parameters.size() >= fewestParameters
        && parameters.get(0).isEquivalentTo(int.class);
  }
}
