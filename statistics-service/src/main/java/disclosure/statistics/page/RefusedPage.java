package disclosure.statistics.page;

import disclosure.edge.Problem;
import disclosure.edge.page.ErrorPage;
import jakarta.enterprise.context.ApplicationScoped;

/** What is refused, in the look of the pages. */
@ApplicationScoped
class RefusedPage implements ErrorPage {

  /** A person has not sent what a program has, and is told in other words. */
  private static final String CORRECT = "请按以下说明更正网址后重试。";

  /** Who he is isn't read again where something is refused; but he can sign out. */
  private static final String SOMEBODY = "已登录";

  private static final String NO_RIGHT = "您的账号没有查看本页的权限。请联系系统管理员授权，或者退出登录后换用其他账号。";

  @Override
  public String html(Problem problem, boolean signedIn) {
    return Templates.refused(
            signedIn ? SOMEBODY : "",
            problem.title(),
            detail(problem),
            problem.errors().stream().map(error -> error.field() + "：" + error.message()).toList())
        .render();
  }

  private static String detail(Problem problem) {
    if (!problem.errors().isEmpty()) {
      return CORRECT;
    }
    return problem.status() == 403 ? NO_RIGHT : problem.detail();
  }
}
