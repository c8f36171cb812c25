package disclosure.report.examination.page;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examination.page.guard.Operands;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Gathers the signs and lines of a page of a PDF. Pictures, colours and shadings are passed over.
 */
final class PdfPage extends PDFGraphicsStreamEngine {

  private static final Set<String> PASSED_OVER =
      Set.of(
          "cs", "CS", "sc", "SC", "scn", "SCN", "g", "G", "rg", "RG", "k", "K", "sh", "ri", "BI",
          "gs", "d0", "d1");

  /** What it takes to begin with a form. */
  private static final int FORM = 500;

  /** How many states a page may keep to come back to; writers are told not to keep more than 28. */
  private static final int MAX_STATES = 500;

  private static final String UNKNOWN = "\uFFFD";

  private final PageMarks marks;
  private final PdfStreams streams;
  private final Budget budget;
  private final Set<COSStream> known = Collections.newSetFromMap(new IdentityHashMap<>());
  private final PDRectangle box;
  private final int rotation;
  private final List<double[]> segments = new ArrayList<>();

  /** Behind which segments an outline ends. */
  private final List<Integer> outlines = new ArrayList<>();

  private double startX;
  private double startY;
  private double atX;
  private double atY;

  PdfPage(PDPage page, PageMarks marks, PdfStreams streams, Budget budget) {
    super(page);
    this.marks = marks;
    this.streams = streams;
    this.budget = budget;
    this.box = page.getCropBox();
    this.rotation = Math.floorMod(page.getRotation(), 360);
  }

  void gather() throws IOException {
    streams.requireContent(getPage().getCOSObject());
    if (getPage().hasContents()) {
      Operands.check(getPage(), budget);
    }
    processPage(getPage());
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    budget.spend(4);
    String name = operator.getName();
    if (PASSED_OVER.contains(name)) {
      return;
    }
    if (name.equals("Do")) {
      budget.spend(FORM);
      Optional<COSStream> form = form(operands);
      if (form.isEmpty()) {
        return;
      }
      requireForm(form.get());
    }
    if (name.equals("q") && getGraphicsStackSize() > MAX_STATES) {
      throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
    }
    super.processOperator(operator, operands);
  }

  private void requireForm(COSStream form) throws IOException {
    if (known.add(form)) {
      streams.requireForm(form);
      Operands.check(new PDFormXObject(form), budget);
    }
  }

  private Optional<COSStream> form(List<COSBase> operands) {
    if (operands.isEmpty()
        || !(operands.get(0) instanceof COSName name)
        || getResources() == null) {
      return Optional.empty();
    }
    COSDictionary objects = getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
    return Optional.ofNullable(objects == null ? null : objects.getCOSStream(name))
        .filter(object -> COSName.FORM.equals(object.getCOSName(COSName.SUBTYPE)));
  }

  @Override
  protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) {
    budget.spend(1);
    if (getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER) {
      return;
    }
    String text = font.toUnicode(code);
    double x = place.getTranslateX();
    double y = place.getTranslateY();
    double alongX = place.getScaleX() * displacement.getX();
    double alongY = place.getShearY() * displacement.getX();
    double size = Math.max(Math.abs(place.getScalingFactorY()), 0.1);
    double[] begin = displayed(x, y);
    double[] end = displayed(x + alongX, y + alongY);
    double width = Math.abs(end[0] - begin[0]);
    marks.glyph(
        text == null ? UNKNOWN : text,
        Math.min(begin[0], end[0]),
        Math.max(begin[1], end[1]),
        width < size / 10 ? size / 2 : width,
        size);
  }

  /** From the page's own place to the one that is seen, from the upper left corner. */
  private double[] displayed(double x, double y) {
    double left = x - box.getLowerLeftX();
    double up = y - box.getLowerLeftY();
    return switch (rotation) {
      case 90 -> new double[] {up, left};
      case 180 -> new double[] {box.getWidth() - left, up};
      case 270 -> new double[] {box.getHeight() - up, box.getWidth() - left};
      default -> new double[] {left, box.getHeight() - up};
    };
  }

  private void segment(double x1, double y1, double x2, double y2) {
    budget.spend(1);
    double[] from = displayed(x1, y1);
    double[] to = displayed(x2, y2);
    segments.add(new double[] {from[0], from[1], to[0], to[1]});
  }

  @Override
  public void appendRectangle(Point2D one, Point2D two, Point2D three, Point2D four) {
    endOutline();
    segment(one.getX(), one.getY(), two.getX(), two.getY());
    segment(two.getX(), two.getY(), three.getX(), three.getY());
    segment(three.getX(), three.getY(), four.getX(), four.getY());
    segment(four.getX(), four.getY(), one.getX(), one.getY());
    moveTo((float) one.getX(), (float) one.getY());
  }

  @Override
  public void moveTo(float x, float y) {
    endOutline();
    startX = x;
    startY = y;
    atX = x;
    atY = y;
  }

  @Override
  public void lineTo(float x, float y) {
    segment(atX, atY, x, y);
    atX = x;
    atY = y;
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    atX = x3;
    atY = y3;
  }

  @Override
  public Point2D getCurrentPoint() {
    return new Point2D.Double(atX, atY);
  }

  @Override
  public void closePath() {
    segment(atX, atY, startX, startY);
    atX = startX;
    atY = startY;
  }

  @Override
  public void endPath() {
    clear();
  }

  @Override
  public void strokePath() {
    for (double[] segment : segments) {
      marks.stroke(segment[0], segment[1], segment[2], segment[3]);
    }
    clear();
  }

  /** What is filled is closed, whether the last line of its outline is drawn or not. */
  @Override
  public void fillPath(int windingRule) {
    endOutline();
    int from = 0;
    for (int to : outlines) {
      area(segments.subList(from, to));
      from = to;
    }
    clear();
  }

  private void endOutline() {
    int last = outlines.isEmpty() ? 0 : outlines.get(outlines.size() - 1);
    if (segments.size() > last) {
      outlines.add(segments.size());
    }
  }

  private void area(List<double[]> outline) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (double[] segment : outline) {
      left = Math.min(left, Math.min(segment[0], segment[2]));
      right = Math.max(right, Math.max(segment[0], segment[2]));
      top = Math.min(top, Math.min(segment[1], segment[3]));
      bottom = Math.max(bottom, Math.max(segment[1], segment[3]));
    }
    marks.area(left, top, right, bottom);
  }

  private void clear() {
    segments.clear();
    outlines.clear();
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    strokePath();
  }

  @Override
  public void clip(int windingRule) {
    // What is cut off is read, too.
  }

  @Override
  public void drawImage(PDImage image) {
    // Pictures have no text.
  }

  @Override
  public void shadingFill(COSName shading) {
    // Shadings have no text.
  }
}
