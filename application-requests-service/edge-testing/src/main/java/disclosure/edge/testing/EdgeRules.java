package disclosure.edge.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Rules that hold for the resources of every service. */
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

  private EdgeRules() {}
}
