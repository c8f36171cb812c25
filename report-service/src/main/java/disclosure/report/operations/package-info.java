/** What running the service takes: its clock and its start. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Report service",
            description = "The annual report on open government information (政府信息公开工作年度报告)",
            version = "1"),
    tags = {
      @Tag(
          name = "reading",
          description = "Read a report, also as a document; what is published is public"),
      @Tag(name = "writing", description = "Enter texts and figures, and look at earlier versions"),
      @Tag(
          name = "publication",
          description =
              "Submit, give back, publish, correct; reasons, and what a published figure is made of"),
      @Tag(
          name = "collection",
          description = "The reports of the organs below, and the sum of them"),
      @Tag(
          name = "examination",
          description = "Read reports that anybody has published, and what is wrong with them"),
      @Tag(name = "runs", description = "Check or draw many reports in the background"),
      @Tag(name = "jobs", description = "Background work")
    })
package disclosure.report.operations;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
