package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallFileSystemIT {

  @TempDir private Path folder;

  private interface Mounting {
    Optional<SmallFileSystem> mounted(Path folder) throws IOException;
  }

  @Test
  void what_an_administrator_mounts_is_full_until_there_is_room_again() throws IOException {
    isFullForAWhile(SmallFileSystem::asAdministrator);
  }

  @Test
  void so_is_what_anybody_mounts_in_a_namespace() throws IOException {
    isFullForAWhile(SmallFileSystem::inNamespace);
  }

  private void isFullForAWhile(Mounting mounting) throws IOException {
    Optional<SmallFileSystem> mounted = mounting.mounted(folder);
    assumeTrue(mounted.isPresent(), "This machine lets nobody like me mount a file system");
    try (SmallFileSystem small = mounted.get()) {
      Path written = small.folder().resolve("written");
      Files.writeString(written, "before");
      assertThat(small.isFull()).isFalse();

      small.fill();
      assertThat(small.isFull()).isTrue();
      assertThat(written).hasContent("before");

      small.makeRoom();
      assertThat(small.isFull()).isFalse();
      Files.delete(written);
    }
    assertThat(folder).isEmptyDirectory();
  }
}
