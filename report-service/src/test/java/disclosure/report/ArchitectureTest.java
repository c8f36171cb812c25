package disclosure.report;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import disclosure.edge.Text;
import disclosure.edge.testing.EdgeRules;
import jakarta.persistence.Entity;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

@AnalyzeClasses(
    packages = "disclosure.report",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] DOMAIN = {
    "disclosure.report.check..",
    "disclosure.report.content..",
    "disclosure.report.reference..",
    "disclosure.report.text.."
  };

  @ArchTest
  static final ArchRule the_domain_is_plain_java =
      classes()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..",
                      "disclosure.requests.contract..",
                      "disclosure.statistics.contract..",
                      "disclosure.report.check..",
                      "disclosure.report.content..",
                      "disclosure.report.form..",
                      "disclosure.report.reference..",
                      "disclosure.report.text..")
                  .or(belongToAnyOf(Text.class)));

  @ArchTest
  static final ArchRule pages_ask_what_the_api_is_asked =
      noClasses()
          .that()
          .resideInAnyPackage("disclosure.report.page..", "disclosure.report.workbench..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "java.sql..", "javax.sql..", "jakarta.persistence..", "disclosure.storage.."));

  @ArchTest
  static final ArchRule nothing_depends_on_pages =
      noClasses()
          .that()
          .resideOutsideOfPackages("disclosure.report.page..", "disclosure.report.workbench..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("disclosure.report.page..", "disclosure.report.workbench..");

  @ArchTest
  static final ArchRule another_service_is_known_by_its_contract_alone =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("disclosure..")
                  .and(
                      resideOutsideOfPackages(
                          "disclosure.report..",
                          "disclosure.edge..",
                          "disclosure.requests.contract..",
                          "disclosure.statistics.contract..",
                          "disclosure.storage..")));

  @ArchTest
  static final ArchRule packages_import_in_one_direction =
      slices().matching("disclosure.report.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_the_drafts_are_stored =
      classes().that().areAnnotatedWith(Entity.class).should().resideInAPackage("..draft..");

  @ArchTest
  static final ArchRule sql_goes_by_names_and_never_by_position =
      noClasses()
          .should()
          .dependOnClassesThat(belongToAnyOf(PreparedStatement.class, ResultSet.class));

  @ArchTest static final ArchTests those_of_every_service = ArchTests.in(EdgeRules.class);
}
