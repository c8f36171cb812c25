package disclosure.report.takenover;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A figure of a report that was taken over.
 *
 * @param name as references in texts call it, or fields of a draft
 * @param label its row and column
 * @param value the number
 * @param confirmed whether somebody said it, since it wasn't read surely
 */
public record TakenFigure(
    @Schema(
            description =
                "matrix.NEWLY_RECEIVED.total, disputes.RECONSIDERATION.pending,"
                    + " proactive.regulations.issued, formerProactive.regulations.made …",
            examples = "matrix.CARRIED_OUT.total")
        String name,
    @Schema(examples = "表三“四 结转下年度继续办理”总计") String label,
    @Schema(examples = "1") BigDecimal value,
    @Schema(
            description = "Whether who took it over said it, since it wasn't read surely",
            examples = "false")
        boolean confirmed) {}
