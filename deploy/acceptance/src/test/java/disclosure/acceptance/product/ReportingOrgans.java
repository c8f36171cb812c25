package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A city, its twelve counties and their organs, with applications of every type and outcome. */
final class ReportingOrgans {

  private static final int COUNTIES = 12;
  private static final long SEED = 20_230_101;

  private final int year;
  private final List<Organ> organs = new ArrayList<>();
  private final Random random = new Random(SEED);
  private int applications;

  /** An organ. */
  record Organ(int number, String code, String name, String kind, String parent) {

    boolean isGovernment() {
      return kind.equals("GOVERNMENT");
    }

    /**
     * What an editor writes; figures stand in it by their names.
     *
     * @param withTableTwo whether it is the organ's own report; of a sum table two is not written
     */
    ObjectNode draft(int year, boolean withTableTwo) {
      ObjectNode draft = Client.JSON.createObjectNode();
      draft.putArray("lead").add("根据《政府信息公开条例》（国务院令第711号），现公布" + year + "年政府信息公开工作年度报告。");
      draft.putArray("overview").add("本年新收政府信息公开申请{{matrix.NEWLY_RECEIVED.total}}件。");
      draft.putArray("problems").add("业务水平有待提高，已组织培训。");
      draft
          .putArray("otherMatters")
          .add(
              "发出信息处理费收费通知{{handling.feeNotices}}件，总金额{{handling.noticedYuan}}元，"
                  + "实际收取{{handling.paidYuan}}元。");
      if (withTableTwo) {
        ObjectNode proactive = draft.putObject("proactive");
        for (String kind : List.of("regulations", "normativeDocuments")) {
          proactive.putObject(kind).put("issued", number).put("repealed", 1).put("inForce", 7);
        }
        proactive
            .put("administrativeLicences", 100 + number)
            .put("administrativePenalties", number)
            .put("administrativeCoercion", 0)
            .put("administrativeFees10kYuan", number + 0.125);
      }
      return draft.put("signedBy", name).put("signedOn", (year + 1) + "-01-20");
    }
  }

  ReportingOrgans(int year) {
    this.year = year;
    Organ city = add("吕梁市人民政府", "GOVERNMENT", "");
    for (int i = 1; i <= COUNTIES; i++) {
      Organ county = add("吕梁市第" + i + "县人民政府", "GOVERNMENT", city.code());
      for (int j = 1; j <= (i == 1 ? 60 : 1); j++) {
        String name = "吕梁市第" + i + "县第" + j;
        add(name + (j <= 40 ? "局" : "镇人民政府"), j <= 40 ? "DEPARTMENT" : "TOWNSHIP", county.code());
      }
    }
  }

  List<Organ> all() {
    return organs;
  }

  Organ city() {
    return organs.get(0);
  }

  /** The county of that number, from 1. */
  Organ county(int number) {
    return below(city()).get(number - 1);
  }

  List<Organ> below(Organ parent) {
    return organs.stream().filter(organ -> organ.parent().equals(parent.code())).toList();
  }

  /** Registers all of them with their applications, and waits until these are counted. */
  void register(Client client) {
    for (Organ organ : organs) {
      ObjectNode body =
          Client.JSON.createObjectNode().put("name", organ.name()).put("kind", organ.kind());
      if (!organ.parent().isEmpty()) {
        body.put("parentOrganCode", organ.parent());
      }
      Client.json(
          client.put("administrator", "requests", "/organs/" + organ.code(), body.toString()));
    }
    StringBuilder lines = new StringBuilder();
    organs.stream().filter(organ -> !organ.isGovernment()).forEach(organ -> lines(organ, lines));
    try (InputStream answers = client.batch(BodyPublishers.ofString(lines.toString()))) {
      assertThat(new String(answers.readAllBytes(), StandardCharsets.UTF_8).lines())
          .hasSize(applications)
          .allMatch(line -> Client.parse(line).get("status").intValue() == 201);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    String question = "?organ=" + city().code() + "&scope=SUBTREE&year=" + year;
    Figures recounted = Figures.answered(client.get("analyst", "requests", "/tally" + question));
    await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(
                        Figures.answered(client.get("analyst", "statistics", "/matrix" + question)))
                    .isEqualTo(recounted));
  }

  /** Up to two for each type and outcome, some carried in from the year before, some out of it. */
  private void lines(Organ organ, StringBuilder lines) {
    for (ApplicantType type : ApplicantType.values()) {
      for (Outcome outcome : Outcome.values()) {
        // An overdue fee must have been asked for; that has tests of its own.
        if (outcome != Outcome.FEE_OVERDUE) {
          for (int i = random.nextInt(5) - 2; i > 0; i--) {
            lines.append(line(organ, type, outcome)).append('\n');
          }
        }
      }
    }
  }

  private ObjectNode line(Organ organ, ApplicantType type, Outcome outcome) {
    LocalDate received = LocalDate.of(year - 1, 10, 1).plusDays(random.nextInt(450));
    LocalDate concluded = received.plusDays(15);
    applications++;
    ObjectNode line = Client.JSON.createObjectNode();
    line.put("organCode", organ.code()).put("sourceReference", "2023-" + applications);
    line.put("receivedOn", received.toString()).put("channel", "ONLINE").put("imported", true);
    line.putObject("applicant").put("type", type.name());
    if (random.nextInt(6) > 0) {
      line.putArray("steps")
          .addObject()
          .put("type", "CONCLUDED")
          .put("on", concluded.toString())
          .put("outcome", outcome.name());
    }
    return line;
  }

  private Organ add(String name, String kind, String parent) {
    int number = organs.size() + 1;
    String first = String.format(Locale.ROOT, "11141100%09d", number);
    Organ organ = new Organ(number, first + OrganCode.checkCharacter(first), name, kind, parent);
    organs.add(organ);
    return organ;
  }
}
