package disclosure.statistics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import disclosure.edge.testing.EdgeRules;
import jakarta.annotation.security.PermitAll;
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
                          "disclosure.edge..",
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
  static final ArchRule pages_ask_what_the_api_is_asked =
      noClasses()
          .that()
          .resideInAPackage("disclosure.statistics.page..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "javax.sql..",
              "io.agroal..",
              "disclosure.storage..",
              "disclosure.statistics.count..",
              "disclosure.statistics.ingest..",
              "disclosure.statistics.operations..",
              "disclosure.statistics.rollup..");

  @ArchTest
  static final ArchRule nothing_depends_on_pages =
      noClasses()
          .that()
          .resideOutsideOfPackage("disclosure.statistics.page..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("disclosure.statistics.page..");

  @ArchTest
  static final ArchRule features_do_not_depend_on_each_other_in_a_circle =
      slices().matching("disclosure.statistics.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothing_is_open_to_everybody =
      noMethods().should().beAnnotatedWith(PermitAll.class);

  @ArchTest static final ArchTests those_of_every_service = ArchTests.in(EdgeRules.class);
}
