package disclosure.edge.look;

import disclosure.edge.Problem;
import disclosure.edge.page.ErrorPage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What is refused, in the look of the pages. */
@ApplicationScoped
class RefusedPage implements ErrorPage {

  private static final String NOBODY = "";

  /** Who he is isn't read again where something is refused; but he can sign out. */
  private static final String SOMEBODY = "已登录";

  @Override
  public String html(Problem problem, String home, boolean signedIn) {
    return LookTemplates.refused(
            signedIn ? Wording.of(SOMEBODY) : NOBODY,
            home,
            problem.status() == 401 ? Wording.of("登录已过期，文件没有提交") : problem.title(),
            detail(problem),
            problem.errors().stream()
                .map(error -> Wording.of("%s：%s", error.field(), error.message()))
                .toList(),
            problem.status() == 403)
        .render();
  }

  @Override
  public String expired(String address, List<Value> values) {
    return LookTemplates.expired(NOBODY, address, values).render();
  }

  @Override
  public String unsent(Problem problem, String address, List<Value> values) {
    return LookTemplates.unsent(
            Wording.of(SOMEBODY), problem.title(), problem.detail(), address, values)
        .render();
  }

  /** A person has not sent what a program has, and is told in other words. */
  private static String detail(Problem problem) {
    if (!problem.errors().isEmpty()) {
      return Wording.of("请按以下说明更正网址后重试。");
    }
    return switch (problem.status()) {
      case 401 -> Wording.of("请重新登录后再次打开本页。选择的文件没有保存，须重新选择。");
      case 403 -> Wording.of("您的账号没有查看本页的权限。请联系系统管理员授权，或者退出登录后换用其他账号。");
      case 404 -> Wording.of("没有此页面，或者您无权查看。");
      case 405 -> Wording.of("此页面不能这样打开，请从页面上的链接进入。");
      case 413 -> Wording.of("所填内容过长，请删减后重新提交。");
      default -> problem.detail();
    };
  }
}
