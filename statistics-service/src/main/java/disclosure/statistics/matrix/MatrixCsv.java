package disclosure.statistics.matrix;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.contract.ApplicantType;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import java.util.Locale;

/** The matrix as CSV (RFC 4180), and the metadata that tell what its columns are (W3C CSVW). */
final class MatrixCsv {

  static final String CSV = "text/csv;charset=UTF-8;header=present";
  static final String CSVW = "application/csvm+json";

  /** Without it, spreadsheets on Chinese systems take the file for GBK. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private MatrixCsv() {}

  static String csv(Matrix matrix) {
    StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK).append("code,number,label");
    for (ApplicantType type : ApplicantType.values()) {
      csv.append(',').append(type);
    }
    csv.append(",TOTAL\r\n");
    for (MatrixRow row : matrix.rows()) {
      csv.append(row.code()).append(',').append(row.number()).append(',').append(quoted(row));
      for (ApplicantType type : ApplicantType.values()) {
        csv.append(',').append(row.counts().of(type));
      }
      csv.append(',').append(row.total()).append("\r\n");
    }
    return csv.toString();
  }

  /**
   * @param url where the CSV is
   */
  static ObjectNode metadata(Matrix matrix, String url) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.put("@context", "http://www.w3.org/ns/csvw");
    metadata.put("url", url);
    metadata.put(
        "dc:title",
        String.format(
            Locale.ROOT,
            "%s收到和处理政府信息公开申请情况（%s至%s）",
            matrix.organName(),
            matrix.from(),
            matrix.to()));
    metadata.put("dc:language", "zh-CN");
    metadata.put("dc:date", matrix.asOf().toString());
    metadata.put("dc:source", "国办公开办函〔2021〕30号");
    ObjectNode schema = metadata.putObject("tableSchema");
    schema.put("primaryKey", "code");
    ArrayNode columns = schema.putArray("columns");
    column(columns, "code", "代码", "string");
    column(columns, "number", "序号", "string");
    column(columns, "label", "项目", "string");
    for (ApplicantType type : ApplicantType.values()) {
      column(columns, type.name(), type.label(), "nonNegativeInteger");
    }
    column(columns, "TOTAL", "总计", "nonNegativeInteger");
    return metadata;
  }

  private static void column(ArrayNode columns, String name, String label, String datatype) {
    ObjectNode column = columns.addObject();
    column.put("name", name);
    column.putArray("titles").add(name);
    column.put("dc:title", label);
    column.put("datatype", datatype);
    column.put("required", true);
  }

  private static String quoted(MatrixRow row) {
    return '"' + row.label().replace("\"", "\"\"") + '"';
  }
}
