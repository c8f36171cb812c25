package disclosure.statistics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;

@AnalyzeClasses(
    packages = "disclosure.statistics",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_arithmetic_is_plain_java =
      classes()
          .that()
          .resideInAPackage("disclosure.statistics.count..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "disclosure.requests.contract..",
              "disclosure.statistics.contract..",
              "disclosure.statistics.count..");

  @ArchTest
  static final ArchRule the_register_is_known_by_its_contract_alone =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("disclosure..")
                  .and(
                      resideOutsideOfPackages(
                          "disclosure.statistics..",
                          "disclosure.requests.contract..",
                          "disclosure.storage..")));

  @ArchTest
  static final ArchRule no_clock_reaches_the_counting =
      noClasses()
          .that()
          .resideInAnyPackage("disclosure.statistics.count..", "disclosure.statistics.ingest..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule features_do_not_depend_on_each_other_in_a_circle =
      slices().matching("disclosure.statistics.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule resources_stay_inside_their_feature =
      classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule every_endpoint_says_who_may_call_it =
      methods()
          .that()
          .areAnnotatedWith(GET.class)
          .or()
          .areAnnotatedWith(POST.class)
          .should()
          .beAnnotatedWith(RolesAllowed.class)
          .orShould()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(RolesAllowed.class);
}
