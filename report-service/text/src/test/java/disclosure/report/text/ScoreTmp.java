package disclosure.report.text;
class ScoreTmp { public static void main(String[] a){ for(String f:a){ Corpus c=Corpus.read(f); Outcomes o=Outcomes.of(c,c.sentences()); System.out.println(f+" precision "+o.precision()+" recall "+o.recall()); o.wrong().forEach(x->System.out.println("  WRONG "+x)); o.missed().forEach(x->System.out.println("  MISSED "+x)); } } }
