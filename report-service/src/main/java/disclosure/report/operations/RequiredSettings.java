package disclosure.report.operations;

import disclosure.edge.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The settings that have no default: addresses and secrets. */
final class RequiredSettings {

  static final List<String> NAMES =
      List.of(
          "DATABASE_URL",
          "DATABASE_USER",
          "DATABASE_PASSWORD",
          "OIDC_ISSUER_URL",
          "OIDC_CLIENT_ID",
          "OIDC_CLIENT_SECRET",
          "STATISTICS_URL",
          "REQUESTS_URL");

  private RequiredSettings() {}

  static List<String> missing(Function<String, Optional<String>> setting) {
    return NAMES.stream()
        .filter(name -> setting.apply(name).filter(value -> !value.isBlank()).isEmpty())
        .toList();
  }

  static Text sentence(List<String> missing) {
    return Text.of(
        "无法启动：缺少环境变量 %s。",
        "The service can't start: set the environment variables %s.", String.join(", ", missing));
  }
}
