/**
 * What running the service takes: its clock, answers from one state of the database, and what is
 * told of failures and freshness.
 */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Statistics service",
            description = "Live counts of applications for disclosure (依申请公开)",
            version = "1"),
    tags = {
      @Tag(
          name = "tables",
          description =
              "The tables of the annual report, for any organ and period, and the applications behind a number"),
      @Tag(
          name = "figures",
          description =
              "Figures beyond the form: timeliness, channels, open applications, fees, trend, comparison, ranking"),
      @Tag(name = "operations", description = "Compare, repair and rebuild the counts"),
      @Tag(name = "jobs", description = "Background work")
    })
package disclosure.statistics.operations;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
