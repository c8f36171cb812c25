package disclosure.statistics.page;

import disclosure.edge.Problem;
import disclosure.edge.page.ErrorPage;
import jakarta.enterprise.context.ApplicationScoped;

/** What is refused, in the look of the pages. */
@ApplicationScoped
class RefusedPage implements ErrorPage {

  /** A person has not sent what a program has, and is told in other words. */
  private static final String CORRECT = "请按以下说明更正网址后重试。";

  @Override
  public String html(Problem problem) {
    return Templates.refused(
            "",
            problem.title(),
            problem.errors().isEmpty() ? problem.detail() : CORRECT,
            problem.errors().stream().map(error -> error.field() + "：" + error.message()).toList())
        .render();
  }
}
