package disclosure.report.document.ofd;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Takes down what is drawn on a page of the PDF as objects of an OFD: real text, and lines. */
final class OfdPage extends PDFGraphicsStreamEngine {

  private static final double MIN_LINE_WIDTH = 0.05;
  private static final String SEGMENTS = "MLQBC";
  private static final int[] POINTS = {1, 1, 2, 3, 0};

  private final OfdFonts fonts;
  private final double height;
  private final List<OfdObject> objects = new ArrayList<>();
  private final GeneralPath path = new GeneralPath();
  private OfdLine line = OfdLine.NONE;
  private int rgb;
  private String colour = OfdText.BLACK;

  private OfdPage(PDPage page, OfdFonts fonts) {
    super(page);
    this.fonts = fonts;
    this.height = page.getMediaBox().getHeight();
  }

  /** All that is on the page, in the order in which it is drawn. */
  static List<OfdObject> objects(PDPage page, OfdFonts fonts) throws IOException {
    OfdPage drawn = new OfdPage(page, fonts);
    drawn.processPage(page);
    drawn.endLine();
    return drawn.objects;
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont embedded, int code, Vector displacement) {
    String text = embedded.toUnicode(code);
    if (text == null) {
      throw new IllegalStateException("a glyph without a character in " + embedded.getName());
    }
    int codePoint = text.codePointAt(0);
    OfdFont font = fonts.of(embedded);
    font.use(codePoint);
    double size = OfdNumber.millimetres(matrix.getScalingFactorY());
    double x = OfdNumber.millimetres(matrix.getTranslateX());
    double y = OfdNumber.millimetres(height - matrix.getTranslateY());
    double advance =
        OfdNumber.millimetres((double) displacement.getX() * matrix.getScalingFactorX());
    String colour = colour(getGraphicsState().getNonStrokingColor());
    if (!line.continues(font, size, colour, x, y, codePoint)) {
      endLine();
      line = new OfdLine(font, size, colour, x, y);
    }
    line.add(codePoint, x, advance);
  }

  private void endLine() {
    line.text().ifPresent(objects::add);
    line = OfdLine.NONE;
  }

  private void paint(boolean stroke, boolean fill) {
    endLine();
    if (!path.getPathIterator(null).isDone()) {
      double lineWidth =
          stroke
              ? Math.max(
                  MIN_LINE_WIDTH,
                  OfdNumber.millimetres(transformWidth(getGraphicsState().getLineWidth())))
              : 0;
      Rectangle2D bounds = path.getBounds2D();
      double x = OfdNumber.millimetres(bounds.getMinX()) - lineWidth / 2;
      double y = OfdNumber.millimetres(height - bounds.getMaxY()) - lineWidth / 2;
      objects.add(
          new OfdPath(
              x,
              y,
              OfdNumber.millimetres(bounds.getWidth()) + lineWidth,
              OfdNumber.millimetres(bounds.getHeight()) + lineWidth,
              lineWidth,
              fill,
              colour(
                  fill
                      ? getGraphicsState().getNonStrokingColor()
                      : getGraphicsState().getStrokingColor()),
              data(x, y)));
    }
    path.reset();
  }

  private String data(double x, double y) {
    StringBuilder data = new StringBuilder();
    double[] points = new double[6];
    for (PathIterator segments = path.getPathIterator(null); !segments.isDone(); segments.next()) {
      int segment = segments.currentSegment(points);
      data.append(data.length() > 0 ? " " : "").append(SEGMENTS.charAt(segment));
      for (int point = 0; point < POINTS[segment]; point++) {
        data.append(' ')
            .append(
                OfdNumber.of(
                    OfdNumber.millimetres(points[2 * point]) - x,
                    OfdNumber.millimetres(height - points[2 * point + 1]) - y));
      }
    }
    return data.toString();
  }

  /** As a rule it is that of the glyph before. */
  private String colour(PDColor next) {
    try {
      if (next.toRGB() != rgb) {
        rgb = next.toRGB();
        colour = (rgb >> 16 & 0xFF) + " " + (rgb >> 8 & 0xFF) + " " + (rgb & 0xFF);
      }
      return colour;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void appendRectangle(Point2D first, Point2D second, Point2D third, Point2D fourth) {
    path.moveTo(first.getX(), first.getY());
    path.lineTo(second.getX(), second.getY());
    path.lineTo(third.getX(), third.getY());
    path.lineTo(fourth.getX(), fourth.getY());
    path.closePath();
  }

  @Override
  public void moveTo(float x, float y) {
    path.moveTo(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    path.lineTo(x, y);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    path.curveTo(x1, y1, x2, y2, x3, y3);
  }

  @Override
  public Point2D getCurrentPoint() {
    return path.getCurrentPoint();
  }

  @Override
  public void closePath() {
    path.closePath();
  }

  @Override
  public void endPath() {
    path.reset();
  }

  @Override
  public void strokePath() {
    paint(true, false);
  }

  @Override
  public void fillPath(int windingRule) {
    paint(false, true);
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    paint(true, true);
  }

  /** The page clips to its own boxes alone, within which everything lies. */
  @Override
  public void clip(int windingRule) {}

  @Override
  public void shadingFill(COSName shading) {
    throw new IllegalStateException("the page has no shadings");
  }

  @Override
  public void drawImage(PDImage image) {
    throw new IllegalStateException("the page has no images");
  }
}
