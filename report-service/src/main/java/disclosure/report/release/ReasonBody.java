package disclosure.report.release;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A reason as it is sent. */
public record ReasonBody(@NotBlank @Size(max = 1000) String reason) {}
