package disclosure.report;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

@AnalyzeClasses(
    packages = "disclosure.report",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] DOMAIN = {
    "disclosure.report.assembly..",
    "disclosure.report.check..",
    "disclosure.report.content..",
    "disclosure.report.language..",
    "disclosure.report.reference.."
  };

  @ArchTest
  static final ArchRule the_domain_is_plain_java =
      classes()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "disclosure.requests.contract..",
              "disclosure.statistics.contract..",
              "disclosure.report.assembly..",
              "disclosure.report.check..",
              "disclosure.report.content..",
              "disclosure.report.form..",
              "disclosure.report.language..",
              "disclosure.report.reference..");

  @ArchTest
  static final ArchRule another_service_is_known_by_its_contract_alone =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("disclosure..")
                  .and(
                      resideOutsideOfPackages(
                          "disclosure.report..",
                          "disclosure.requests.contract..",
                          "disclosure.statistics.contract..",
                          "disclosure.storage..")));

  @ArchTest
  static final ArchRule only_the_drafts_are_stored =
      classes().that().areAnnotatedWith(Entity.class).should().resideInAPackage("..draft..");

  @ArchTest
  static final ArchRule resources_stay_inside_their_feature =
      classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule every_endpoint_says_who_may_call_it =
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
}
