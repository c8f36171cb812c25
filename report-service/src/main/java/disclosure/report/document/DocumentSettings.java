package disclosure.report.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How documents are drawn. */
@ConfigMapping(prefix = "report.documents")
public interface DocumentSettings {

  /** Fonts of the office's own (FONTS_DIRECTORY): song.ttf, biaosong.ttf, hei.ttf, kai.ttf. */
  Optional<Path> fontsDirectory();

  /** How many documents are drawn at a time (CONCURRENT_RENDERINGS); the others wait. */
  @WithDefault("2")
  int concurrentRenderings();
}
