package disclosure.report.examined;

import disclosure.report.examination.document.NotReadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A ZIP of reports. Each is inflated when it is asked for, and no further than a file may be. */
public final class ReportArchive implements AutoCloseable {

  private static final byte[] BEGIN = {'P', 'K', 3, 4};
  private static final Charset OF_OFFICES = Charset.forName("GB18030");

  private final ZipFile zip;
  private final List<ZipArchiveEntry> entries;

  /**
   * Opens one.
   *
   * @param file of which an examiner has said that it is no report; so it has few entries
   * @throws NotReadable when it is broken
   */
  ReportArchive(byte[] file) {
    this(ZipFile.builder().setByteArray(file));
  }

  private ReportArchive(ZipFile.Builder file) {
    try {
      zip = file.get();
    } catch (IOException | IllegalArgumentException broken) {
      throw new NotReadable(NotReadable.Reason.BROKEN);
    }
    entries =
        Collections.list(zip.getEntriesInPhysicalOrder()).stream()
            .filter(ReportArchive::isFile)
            .toList();
  }

  /**
   * Opens one that lies elsewhere.
   *
   * @param file bounds how much is read of it
   * @throws NotReadable when it is broken
   */
  public static ReportArchive of(SeekableByteChannel file) {
    return new ReportArchive(
        ZipFile.builder().setSeekableByteChannel(file).setIgnoreLocalFileHeader(true));
  }

  /**
   * Where a file lies in it.
   *
   * @param place its first byte
   * @param bytes how many, as they are packed
   * @param method 0 for stored, 8 for deflated
   */
  public record Stretch(String name, long place, long bytes, int method, boolean encrypted) {}

  /**
   * Where a file lies.
   *
   * @throws NotReadable when it lies nowhere
   */
  private Stretch stretch(int number) {
    ZipArchiveEntry entry = entries.get(number);
    try (InputStream raw = zip.getRawInputStream(entry)) {
      if (raw == null || entry.getDataOffset() < 0 || entry.getCompressedSize() < 0) {
        throw new NotReadable(NotReadable.Reason.BROKEN);
      }
      return new Stretch(
          new SentFile(name(entry), new byte[0]).name(),
          entry.getDataOffset(),
          entry.getCompressedSize(),
          entry.getMethod(),
          entry.getGeneralPurposeBit().usesEncryption());
    } catch (IOException | IllegalArgumentException broken) {
      throw new NotReadable(NotReadable.Reason.BROKEN);
    }
  }

  /**
   * Where all lie, in their order.
   *
   * @throws NotReadable when one lies nowhere, or {@link #requireApart}
   */
  public List<Stretch> stretches() {
    List<Stretch> stretches = IntStream.range(0, size()).mapToObj(this::stretch).toList();
    requireApart(stretches);
    return stretches;
  }

  /**
   * Refuses an archive that calls the same bytes by several names: a thousand files to read would
   * be made of one.
   *
   * @throws NotReadable then
   */
  void requireApart() {
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      try {
        stretches.add(stretch(i));
      } catch (NotReadable broken) {
        // It is told of that file alone once it is asked for.
      }
    }
    requireApart(stretches);
  }

  private static void requireApart(List<Stretch> stretches) {
    long end = 0;
    for (Stretch one :
        stretches.stream()
            .filter(stretch -> stretch.bytes() > 0)
            .sorted(Comparator.comparingLong(Stretch::place))
            .toList()) {
      if (one.place() < end) {
        throw new NotReadable(NotReadable.Reason.OVERLAPPING);
      }
      end = one.place() + Math.min(one.bytes(), Long.MAX_VALUE - one.place());
    }
  }

  /** Whether a file looks like one. */
  static boolean isOne(byte[] file) {
    return file.length > BEGIN.length
        && ByteBuffer.wrap(file, 0, BEGIN.length).equals(ByteBuffer.wrap(BEGIN));
  }

  /** How many files there are in it. */
  public int size() {
    return entries.size();
  }

  /** What a file is called in it. */
  String name(int number) {
    return name(entries.get(number));
  }

  /**
   * A file of it.
   *
   * @throws NotReadable when it is encrypted, broken or too large
   */
  byte[] content(int number, int maxBytes) {
    ZipArchiveEntry entry = entries.get(number);
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new NotReadable(NotReadable.Reason.ENCRYPTED);
    }
    if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
      throw new NotReadable(NotReadable.Reason.BROKEN);
    }
    try (InputStream content = zip.getInputStream(entry)) {
      byte[] file = content.readNBytes(maxBytes + 1);
      if (file.length > maxBytes) {
        throw new NotReadable(NotReadable.Reason.TOO_LARGE);
      }
      return file;
    } catch (IOException broken) {
      throw new NotReadable(NotReadable.Reason.BROKEN);
    }
  }

  /** What systems put beside the files of a folder is none of them. */
  private static boolean isFile(ZipArchiveEntry entry) {
    String path = name(entry);
    String last = path.substring(path.lastIndexOf('/') + 1);
    return !entry.isDirectory()
        && !path.startsWith("__MACOSX/")
        && !last.startsWith(".")
        && !last.equalsIgnoreCase("Thumbs.db")
        && !last.equalsIgnoreCase("desktop.ini");
  }

  /** In UTF-8, whether or not it is said to be, or else as older systems of offices write it. */
  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    String name;
    try {
      name = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException other) {
      name = new String(raw, OF_OFFICES);
    }
    return name.replace('\\', '/');
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException inMemory) {
      throw new NotReadable(NotReadable.Reason.BROKEN);
    }
  }
}
