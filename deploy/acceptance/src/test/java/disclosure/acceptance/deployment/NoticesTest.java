package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.matches;
import static disclosure.acceptance.deployment.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The licences of what is shipped, in the services' own resources. */
class NoticesTest {

  private static final String FONTS =
      Service.REPORT.folder() + "/src/main/resources/disclosure/report/document/fonts/";

  @ParameterizedTest
  @EnumSource
  void every_library_that_a_service_names_stands_under_its_licence(Service service) {
    List<String> notices =
        text(service.folder() + "/src/main/resources/META-INF/third-party.txt")
            .lines()
            .map(String::strip)
            .toList();
    assertThat(
            matches("(?s)<dependency>(.*?)</dependency>", text(service.folder() + "/pom.xml"))
                .map(match -> match.group(1).replaceAll("(?s)<exclusions>.*</exclusions>", ""))
                .filter(library -> !library.contains("<scope>"))
                .map(library -> part("groupId", library) + ":" + part("artifactId", library))
                .filter(library -> !library.startsWith("disclosure:")))
        .isNotEmpty()
        .allSatisfy(library -> assertThat(notices).contains(library));
  }

  @Test
  void the_fonts_have_their_licence_beside_them() {
    assertThat(text(FONTS + "OFL-NotoSerifSC.txt")).contains("SIL OPEN FONT LICENSE");
    assertThat(text(FONTS + "OFL-NotoSansSC.txt")).contains("SIL OPEN FONT LICENSE");
  }

  private static String part(String name, String library) {
    return Repository.only("<" + name + ">(.*)</" + name + ">", library);
  }
}
