package disclosure.requests;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
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
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditEntries;
import disclosure.requests.audit.AuditEntry;
import disclosure.requests.audit.AuditQuery;
import disclosure.requests.outbox.ParkedKeys;
import disclosure.requests.transaction.Reach;
import disclosure.storage.job.ParkedPiece;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import java.sql.SQLException;

@AnalyzeClasses(
    packages = "disclosure.requests",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] DOMAIN = {
    "disclosure.requests.application..",
    "disclosure.requests.calendar",
    "disclosure.requests.clock..",
    "disclosure.requests.fee.."
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
              "disclosure.requests.application..",
              "disclosure.requests.calendar",
              "disclosure.requests.clock..",
              "disclosure.requests.fee..");

  @ArchTest
  static final ArchRule the_register_knows_no_other_service =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("disclosure..")
                  .and(
                      resideOutsideOfPackages(
                          "disclosure.requests..", "disclosure.edge..", "disclosure.storage..")));

  @ArchTest
  static final ArchRule features_do_not_depend_on_each_other_in_a_circle =
      slices().matching("disclosure.requests.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_recount_shares_no_code_with_what_it_checks =
      noClasses()
          .that()
          .resideInAPackage("disclosure.requests.tally..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "disclosure.requests.application..",
              "disclosure.requests.clock..",
              "disclosure.requests.registration..",
              "disclosure.requests.steps..",
              "disclosure.requests.store..");

  @ArchTest
  static final ArchRule records_are_read_and_written_for_somebody =
      noClasses()
          .that()
          .resideInAnyPackage(
              "disclosure.requests.registration..",
              "disclosure.requests.steps..",
              "disclosure.requests.store..",
              "disclosure.requests.privacy..",
              "disclosure.requests.feequote..",
              "disclosure.requests.yearreview..",
              "disclosure.requests.dispute..",
              "disclosure.requests.tally..",
              "disclosure.requests.search..",
              "disclosure.requests.ledger..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(javax.sql.DataSource.class);

  @ArchTest
  static final ArchRule nothing_is_deleted_or_patched_over_http =
      noMethods().should().beAnnotatedWith(DELETE.class).orShould().beAnnotatedWith(PATCH.class);

  @ArchTest
  static final ArchRule days_and_moments_are_of_java_time =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(java.util.Calendar.class)
          .orShould()
          .callConstructor(java.util.Date.class);

  @ArchTest
  static final ArchRule no_transaction_reaches_kafka =
      noClasses()
          .that()
          .resideOutsideOfPackage("disclosure.requests.outbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive..");

  @ArchTest
  static final ArchRule pages_ask_what_the_api_is_asked =
      noClasses()
          .that()
          .resideInAPackage("disclosure.requests.page..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.sql..",
                      "javax.sql..",
                      "io.agroal..",
                      "disclosure.storage..",
                      "disclosure.requests.audit..",
                      "disclosure.requests.outbox..",
                      "disclosure.requests.transaction..")
                  .and(not(type(SQLException.class)))
                  .and(not(type(Reach.class)))
                  // What they read of the trail and of what is parked; nothing writes by these.
                  .and(not(belongToAnyOf(AuditEntries.class, AuditEntry.class)))
                  .and(not(belongToAnyOf(AuditQuery.class, AuditAction.class)))
                  .and(not(belongToAnyOf(ParkedKeys.class, ParkedPiece.class))));

  @ArchTest
  static final ArchRule nothing_depends_on_pages =
      noClasses()
          .that()
          .resideOutsideOfPackage("disclosure.requests.page..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("disclosure.requests.page..");

  @ArchTest
  static final ArchRule nothing_is_open_to_everybody =
      noMethods().should().beAnnotatedWith(PermitAll.class);

  @ArchTest static final ArchTests those_of_every_service = ArchTests.in(EdgeRules.class);
}
