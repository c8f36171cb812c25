package disclosure.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cells of table three out of files that hold tables alone. */
final class TableFiles {

  private static final String CAPTION = "收到和处理政府信息公开申请情况";
  private static final Pattern LINE =
      Pattern.compile("(?m)^\"三\",\"" + CAPTION + "\",.*,\"(\\d+)\"\r?$");

  private TableFiles() {}

  static List<String> xlsx(byte[] file) throws IOException {
    List<String> cells = new ArrayList<>();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      for (Row row : workbook.getSheet("三、" + CAPTION)) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.NUMERIC) {
            cells.add(Long.toString((long) cell.getNumericCellValue()));
          }
        }
      }
    }
    return cells;
  }

  static List<String> csv(byte[] file) {
    return LINE.matcher(new String(file, StandardCharsets.UTF_8))
        .results()
        .map(line -> line.group(1))
        .toList();
  }

  static List<String> json(byte[] file) throws IOException {
    List<String> cells = new ArrayList<>();
    for (JsonNode table : Client.JSON.readTree(file).get("tables")) {
      if (table.get("caption").asText().equals(CAPTION)) {
        table.get("figures").forEach(figure -> cells.add(figure.get("value").asText()));
      }
    }
    return cells;
  }
}
