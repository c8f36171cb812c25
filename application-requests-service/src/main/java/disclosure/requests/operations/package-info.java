/** The register's clock, and the end of its schedules. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Application requests service",
            description = "The register of applications for disclosure (依申请公开)",
            version = "1"),
    tags = {
      @Tag(
          name = "applications",
          description =
              "Register applications (申请), append their steps (办理环节), read them and their statutory clock"),
      @Tag(name = "search", description = "Find applications: lists, worklists, exports"),
      @Tag(name = "ledger", description = "Take over a ledger (台账) from a spreadsheet"),
      @Tag(name = "disputes", description = "行政复议、行政诉讼: record cases and how they end"),
      @Tag(name = "organs", description = "The directory of organs (行政机关)"),
      @Tag(
          name = "calendar",
          description =
              "Days off and make-up working days (调休上班日), by which due dates are counted"),
      @Tag(
          name = "counting",
          description = "The register's own recount of what the statistics count"),
      @Tag(name = "personal-data", description = "Keep applicants' data encrypted"),
      @Tag(name = "audit", description = "Who did and read what"),
      @Tag(name = "outbox", description = "Events on their way to Kafka"),
      @Tag(name = "subscriptions", description = "Other systems that are told of events over HTTP"),
      @Tag(name = "jobs", description = "Background work")
    })
package disclosure.requests.operations;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
