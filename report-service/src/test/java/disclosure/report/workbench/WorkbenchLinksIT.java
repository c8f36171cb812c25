package disclosure.report.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.SignedIn;
import disclosure.report.TestCounties;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages offer what their reader may use: every link and every form is tried. */
@QuarkusTest
@TestProfile(CountyPeople.class)
class WorkbenchLinksIT {

  /** Of which no other test writes reports of these organs. */
  private static final int YEAR = 2024;

  private static final int ORGAN = 49;

  /** So many pages of one kind are like all others. */
  private static final int ALIKE = 3;

  private static final Pattern LINK = Pattern.compile(" href=\"([^\"#]*)(#[^\"]*)?\"");
  private static final Pattern FORM =
      Pattern.compile("<form[^>]* method=\"post\" action=\"([^\"]+)\"| formaction=\"([^\"]+)\"");

  @TestHTTPResource URL service;

  @ParameterizedTest
  @ValueSource(strings = {"county-writer", "county-publisher", "county-administrator"})
  void nothing_that_a_page_leads_to_is_refused_or_missing(String person) throws Exception {
    SignedIn writer = SignedIn.as("county-writer", service.getPort(), "/workbench");
    if (writer.get(CountyDrafts.address(ORGAN, YEAR)).body().contains("还没有开始编写")) {
      // One that checks find something in, and one that waits for the publisher.
      Map<String, String> gaps = CountyDrafts.sound(ORGAN, YEAR);
      gaps.remove("proactive.administrativeLicences");
      gaps.put("overview", YEAR + "年，本机关收到政府信息公开申请777件。");
      assertThat(writer.post(CountyDrafts.address(ORGAN, YEAR) + "/draft", gaps).body())
          .contains("已保存。");
      CountyDrafts.write(writer, ORGAN - 1, YEAR);
      writer.post(CountyDrafts.address(ORGAN - 1, YEAR) + "/submission", Map.of("seen", "\"1\""));
    }
    SignedIn reader = SignedIn.as(person, service.getPort(), "/workbench");
    Map<String, String> refused = new LinkedHashMap<>();
    Set<String> anchors = new LinkedHashSet<>();
    Map<String, Integer> alike = new HashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of("/workbench"));
    for (int organ : List.of(ORGAN, ORGAN - 1)) {
      open.add(CountyDrafts.address(organ, YEAR));
    }
    while (!open.isEmpty()) {
      String address = open.poll();
      if (!seen.add(address) || alike.merge(kind(address), 1, Integer::sum) > ALIKE) {
        continue;
      }
      HttpResponse<String> page = reader.get(address);
      if (page.statusCode() >= 400) {
        refused.put(address, "GET " + page.statusCode());
        continue;
      }
      Matcher link = LINK.matcher(page.body());
      while (link.find()) {
        String to = link.group(1).replace("&amp;", "&");
        if (isOurs(to)) {
          open.add(to);
        }
        if (link.group(2) != null && to.startsWith("/workbench")) {
          anchors.add(to + link.group(2));
        }
      }
      Matcher form = FORM.matcher(page.body());
      while (form.find()) {
        String to = form.group(1) == null ? form.group(2) : form.group(1);
        if (isOurs(to) && seen.add("POST " + to) && !to.endsWith("/logout") && !isPage(to)) {
          int status = reader.post(to.replace("&amp;", "&"), Map.of("nothing", "")).statusCode();
          if (Set.of(403, 404, 405).contains(status)) {
            refused.put(to, "POST " + status);
          }
        }
      }
    }
    assertThat(refused).isEmpty();
    assertThat(seen).hasSizeGreaterThan(15);
    for (String anchor : anchors) {
      String[] parts = anchor.split("#");
      assertThat(reader.get(parts[0]).body()).as(anchor).contains(" id=\"" + parts[1] + "\"");
    }
    assertThat(anchors)
        .anyMatch(
            anchor ->
                anchor.endsWith(
                    person.equals("county-writer")
                        ? "/draft#proactive.administrativeLicences"
                        : "/preview#section-2"));
  }

  /** Whether a form is sent to the page on which it stands, which asks for the same rights. */
  private static boolean isPage(String address) {
    return address.contains("/draft") || address.matches(".*/collection(\\?.*)?");
  }

  /** A person of these tests is known to the neighbours for some organs alone. */
  private static boolean isOurs(String address) {
    return address.startsWith("/workbench") && !address.startsWith("/workbench/static")
        ? TestCounties.below(TestCounties.COUNTY).stream()
            .limit(CountyPeople.FIRST)
            .noneMatch(organ -> address.contains(organ.code()))
        : address.startsWith("/published/") && !address.startsWith("/published/static");
  }

  private static String kind(String address) {
    return address
        .replaceAll("[0-9A-Z]{18}", "organ")
        .replaceAll("/\\d{4}", "/year")
        .replaceAll("[0-9a-f-]{36}", "run");
  }
}
